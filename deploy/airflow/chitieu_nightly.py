"""One night as an Airflow task: the exit code decides whether it is tried again."""

from datetime import timedelta

import pendulum
from airflow.exceptions import AirflowFailException
from airflow.sdk import dag, task

COMMAND = ["/opt/chitieu/bin/chitieu", "nightly", "--warehouse", "/srv/chitieu/warehouse"]
PUBLISHED = (0, 10)
TRY_AGAIN = (40, 50, 60)


@dag(
    schedule="30 1 * * *",
    start_date=pendulum.datetime(2025, 1, 1, tz="Asia/Ho_Chi_Minh"),
    catchup=False,
    max_active_runs=1,
)
def chitieu_nightly():
    @task(retries=3, retry_delay=timedelta(minutes=10), execution_timeout=timedelta(hours=2))
    def nightly() -> int:
        import subprocess

        code = subprocess.run(COMMAND, check=False).returncode
        if code in TRY_AGAIN:
            raise RuntimeError(f"chitieu ended with {code}; trying again is safe")
        if code not in PUBLISHED:
            raise AirflowFailException(f"chitieu ended with {code}; see the exit codes in README.md")
        return code

    nightly()


chitieu_nightly()
