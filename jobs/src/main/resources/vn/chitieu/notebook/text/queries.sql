SELECT as_of_date, p_attain, point, p10, p90, target_value, verdict_name_en, product_version
FROM target_history_labelled
WHERE programme_id = getvariable('programme') AND target_id = getvariable('target') AND is_last_of_day
ORDER BY as_of_date;

SELECT as_of_date, price_basis_name_en, point, p10, p90, last_period, method_name_en
FROM projection_history_labelled
WHERE area_code = getvariable('area') AND indicator_code = getvariable('indicator') AND activity_code = '_T' AND year = getvariable('year') AND is_last_of_day
ORDER BY price_basis, as_of_date;

SELECT lead_unit_en, count(*) AS targets,
       sum(CASE WHEN verdict_code IN ('achieved', 'exceeded', 'likely') THEN 1 ELSE 0 END) AS on_course,
       sum(CASE WHEN verdict_code IN ('missed', 'unlikely') THEN 1 ELSE 0 END) AS off_course,
       sum(CASE WHEN verdict_code = 'not_evaluable' THEN 1 ELSE 0 END) AS not_evaluable
FROM attainment_labelled
WHERE programme_id = getvariable('programme')
GROUP BY lead_unit_en
ORDER BY lead_unit_en;

SELECT activity_name_en, contribution_points, share_of.growth_pct AS growth_of_product
FROM grdp_by_sector_labelled AS part
JOIN (SELECT area_code, period, accumulation, price_basis, growth_pct FROM grdp_by_sector WHERE level = 0) AS share_of
     USING (area_code, period, accumulation, price_basis)
WHERE area_code = getvariable('area') AND period = getvariable('last_year') AND price_basis <> 'current' AND level = 1
ORDER BY activity_code;

SELECT sender_en, delivery_name, period, due_date, received_date, expected_status_name_en,
       CASE WHEN received_date IS NULL THEN greatest(as_of_date - due_date, 0) ELSE 0 END AS days_overdue
FROM expected_delivery_labelled
ORDER BY days_overdue DESC, due_date;

SELECT area_name_en, period, first_day, exports, imports, exports - imports AS balance_of_both, unit_name_en
FROM trade_balance_labelled
WHERE is_leaf AND frequency = 'Q' AND first_day >= getvariable('since')
ORDER BY area_code, first_day;

SELECT area_name_en, period, revenue_name_en, value, growth_pct, plan_attainment_pct, unit_name_en
FROM budget_revenue_labelled
WHERE revenue_code = 'total' AND first_day >= getvariable('since')
ORDER BY area_code, last_day, period;

SELECT target_name_en, period, required_value, projected_value, last_year_value, unit_name_en
FROM required_pace_labelled
WHERE programme_id = getvariable('programme')
ORDER BY target_position, target_version, period;

SELECT area_code, year, source_name_en, count(*) AS statements, avg(abs(error_pct)) AS mean_error_pct,
       avg(CASE WHEN is_covered_80 THEN 1.0 ELSE 0.0 END) AS inside_80
FROM forecast_evaluation_labelled
WHERE target_id IS NULL AND indicator_code = 'gdp' AND price_basis <> 'current'
GROUP BY area_code, year, source_name_en
ORDER BY area_code, year, source_name_en;

SELECT area_name_en, indicator_name_en, activity_name_en, period, first_value, latest_value, revision_pct, unit_name_en
FROM revision_labelled
WHERE revision_pct IS NOT NULL
ORDER BY abs(revision_pct) DESC, area_name_en, indicator_name_en, period
LIMIT 20;
