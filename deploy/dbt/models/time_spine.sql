-- A day a row, which metrics over time need.
select cast(day as date) as date_day
from generate_series(cast('2010-01-01' as date), cast('2035-12-31' as date), interval '1 day') as days(day)
