-- Proof of what was covered.

alter table partition
    add stored bigint not null default 0,
    add source_rows bigint,
    add target_rows bigint,
    add position jsonb,
    add ending jsonb;
comment on column partition.stored is 'how many of its findings are in the table finding; the others were only counted';
comment on column partition.source_rows is 'rows counted on the first of two sides; null: the job has one, or some pages were not counted';
comment on column partition.target_rows is 'rows counted on the second side; null as source_rows';
comment on column partition.position is 'the last key that is done; null: none is';
comment on column partition.ending is 'where the range ends as its worker found it: of the last range, the greatest key there was';

update partition set stored = missing + extra + different + broken where missing + extra + different + broken > 0;

update partition p
set position = coalesce((context.of ->> 'position')::jsonb,
                        case when p.state = 'done' then coalesce(p.upper, (context.of ->> 'upper')::jsonb) end),
    ending = coalesce((context.of ->> 'upper')::jsonb, p.upper)
from (select step_execution_id, coalesce(serialized_context, short_context)::json as of
      from batch_step_execution_context) context
where context.step_execution_id = p.step_execution_id and (p.page > 0 or p.state = 'done') and p.database is not null;


-- What a report tells of a run.

alter table run
    add begun_at timestamptz,
    add ended_at timestamptz;
alter table run alter begun_at set default now();
comment on column run.begun_at is 'when the instance was made; null: by a release that did not note it';
comment on column run.ended_at is 'when its last execution ended that came to an end';

alter table run_database
    add server_version int;
comment on column run_database.server_version is 'as server_version_num, when the run was last begun or resumed';

-- Whether the ranges are all keys.

create view coverage as
with link as (
    select instance_id, database, number, state, position, lower, upper, coalesce(upper, ending) as ending,
           lag(upper) over walk as before, lag(number) over walk is null as first, lead(number) over walk is null as last
    from partition where database is not null
    window walk as (partition by instance_id, database order by number)
)
select instance_id, database, count(*) as partitions,
       (array_agg(lower order by number))[1] as begins, (array_agg(ending order by number desc))[1] as ends,
       min(number) filter (where not (first and lower is null or not first and lower = before) is true
                              or last <> (upper is null)) as gap,
       min(number) filter (where state <> 'done' or position is distinct from ending) as unfinished
from link group by instance_id, database;
comment on view coverage is 'the ranges of each database: where they do not join, and which are not done to their end';
