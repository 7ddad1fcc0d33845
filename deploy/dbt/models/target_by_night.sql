-- One row per target and night: how its chance developed.
select * from {{ source('chitieu', 'target_history_labelled') }}
where is_last_of_day
