-- One row per area and quarter; sums over quarters are those of the year.
select * from {{ source('chitieu', 'trade_balance_labelled') }}
where is_leaf and frequency = 'Q'
