-- Partitions that are no ranges of a table.

alter table partition
    alter database drop not null,
    add output text;
comment on column partition.database is 'null: the job has no table';
comment on column partition.output is 'the machine and the file on it to which the last attempt wrote what its program said';


-- Rows that were set aside, and runs of just those again.

create table failed_row (
    instance_id bigint not null references run,
    id bigint generated always as identity,
    partition int not null,
    key json not null,
    error text not null,
    attempts int not null check (attempts > 0),
    primary key (instance_id, id)
);
comment on column failed_row.key is 'key columns and values, in the order of the columns; the database is the partition''s';

alter table run
    add retry_of bigint references run,
    drop constraint run_job_parameters_number_key;
create unique index run_of_parameters on run (job, parameters, number, coalesce(retry_of, 0));
comment on column run.retry_of is 'the instance whose failed rows, and no others, this one does again';
