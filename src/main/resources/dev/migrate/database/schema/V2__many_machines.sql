-- The repository's own name: what it writes into other databases bears it.

create table repository (
    id uuid not null default gen_random_uuid(),
    single boolean primary key default true check (single)
);
insert into repository default values;
comment on table repository is 'one row: by its id the checkpoints in other databases are told apart';


-- What a run is to its workers.

alter table run
    add transport text not null default 'local',
    add only_partition int,
    add manager_number int,
    add waits_for text;
comment on column run.transport is 'how its partitions reach the workers';
comment on column run.only_partition is 'the one partition that may be claimed; null: all';
comment on column run.manager_number is 'the row in worker whose advisory lock the manager holds while it lives';
comment on column run.waits_for is 'why nothing goes on, in a sentence; null while something does';
create index run_running on run (instance_id) where running;

create table run_database (
    instance_id bigint not null references run,
    partition_database text not null,
    database text not null,
    system_identifier text not null,
    name text not null,
    max_workers int check (max_workers > 0),
    primary key (instance_id, partition_database, database)
);
comment on table run_database is 'which databases the partitions on a database need, and which ones they were at the plan';
comment on column run_database.name is 'of the database on its server';
comment on column run_database.max_workers is 'claims that may need the database at the same time, over all runs; null: any number';


-- Who lends a hand.

alter table worker
    add threads int not null default 1 check (threads >= 0),
    add instance_id bigint references run;
comment on column worker.threads is '0: a manager that has none of its own';
comment on column worker.instance_id is 'the only run that it works for: its manager is in the same process; null: any run';

create table declined (
    worker int not null references worker,
    instance_id bigint not null references run,
    reason text not null,
    primary key (worker, instance_id)
);
comment on table declined is 'runs that a worker does not work for, and why';
