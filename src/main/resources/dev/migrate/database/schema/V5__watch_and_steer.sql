-- What people ask of a run while it goes on.

alter table run
    add pause boolean not null default false,
    add throttle jsonb not null default '{}';
comment on column run.pause is 'nothing new is claimed and no page begun until it is false again';
comment on column run.throttle is 'brakes that were set by hand, by their keys: each takes the place of the job file''s; null lifts one';

create table steering (
    instance_id bigint not null references run,
    id bigint generated always as identity,
    at timestamptz not null default clock_timestamp(),
    execution_id bigint not null references batch_job_execution,
    verb text not null check (verb in ('stop', 'pause', 'resume', 'abandon', 'throttle')),
    detail text,
    by text not null,
    primary key (instance_id, id)
);
comment on table steering is 'what was asked of a run by hand, when, and by whom';


-- What holds a run back.

create table braked (
    worker int not null references worker,
    instance_id bigint not null references run,
    database text not null,
    brake text not null,
    reason text not null,
    since timestamptz not null default clock_timestamp(),
    primary key (worker, instance_id, database, brake)
);
create index braked_instance on braked (instance_id);
comment on table braked is 'brakes that hold a worker back now; of a worker that lives no more a row means nothing';

create table pace (
    system_identifier text not null,
    name text not null,
    instance_id bigint not null default 0,
    owed double precision not null default 0,
    rate double precision not null,
    as_of timestamptz not null default clock_timestamp(),
    primary key (system_identifier, name, instance_id)
) with (fillfactor = 50);
comment on table pace is 'rows done on a database that its rows-per-second does not allow yet; it melts away at that rate';
comment on column pace.rate is 'how many rows a second were allowed when the last were done';
comment on column pace.instance_id is 'the run that the rate is of; 0: it is of the database, over all runs';


-- How fast it goes.

create table reading (
    instance_id bigint not null references run,
    at timestamptz not null default clock_timestamp(),
    rows bigint not null,
    partitions int not null,
    primary key (instance_id, at)
);
comment on table reading is 'how much was done when; its manager notes it now and then, and thins out what is old';

alter table run
    add rows bigint,
    add findings bigint,
    add failed_rows bigint;
comment on column run.rows is 'read when it last came to rest, as findings and failed_rows; null: more may come, add up its partitions';

update run r set rows = p.rows, findings = p.findings, failed_rows = p.failed_rows
from (select instance_id, sum(read) as rows, sum(missing + extra + different + broken) as findings,
             sum(failed) as failed_rows
      from partition group by instance_id having not bool_or(state = 'claimed')) p
where p.instance_id = r.instance_id and not r.running;

alter table partition
    add claimed_at timestamptz,
    add page_at timestamptz,
    add page_ms bigint not null default 0,
    add slowest_page_ms bigint not null default 0;
comment on column partition.claimed_at is 'when the last attempt began';
comment on column partition.page_at is 'when the last page was counted';
comment on column partition.page_ms is 'what its pages took, waits apart, by the clocks of the workers';


-- Who is alive.

create view alive as
select w.id, w.host, w.pid, w.threads, w.instance_id, w.joined
from worker w join pg_locks l on l.objid = w.id::oid
where l.locktype = 'advisory' and l.classid = x'6d696772'::int::oid and l.objsubid = 2 and l.granted
  and l.database = (select oid from pg_database where datname = current_database());
comment on view alive is 'processes that hold the advisory lock of their number; the first half of it is "migr" in ASCII';
