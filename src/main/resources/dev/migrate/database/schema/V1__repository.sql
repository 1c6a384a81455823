-- What came of it: the tables of Spring Batch 6.0, as it ships them.

create table batch_job_instance (
    job_instance_id bigint not null primary key,
    version bigint,
    job_name varchar(100) not null,
    job_key varchar(32) not null,
    constraint job_inst_un unique (job_name, job_key)
);

create table batch_job_execution (
    job_execution_id bigint not null primary key,
    version bigint,
    job_instance_id bigint not null,
    create_time timestamp not null,
    start_time timestamp default null,
    end_time timestamp default null,
    status varchar(10),
    exit_code varchar(2500),
    exit_message varchar(2500),
    last_updated timestamp,
    constraint job_inst_exec_fk foreign key (job_instance_id) references batch_job_instance (job_instance_id)
);

create table batch_job_execution_params (
    job_execution_id bigint not null,
    parameter_name varchar(100) not null,
    parameter_type varchar(100) not null,
    parameter_value varchar(2500),
    identifying char(1) not null,
    constraint job_exec_params_fk foreign key (job_execution_id) references batch_job_execution (job_execution_id)
);

create table batch_step_execution (
    step_execution_id bigint not null primary key,
    version bigint not null,
    step_name varchar(100) not null,
    job_execution_id bigint not null,
    create_time timestamp not null,
    start_time timestamp default null,
    end_time timestamp default null,
    status varchar(10),
    commit_count bigint,
    read_count bigint,
    filter_count bigint,
    write_count bigint,
    read_skip_count bigint,
    write_skip_count bigint,
    process_skip_count bigint,
    rollback_count bigint,
    exit_code varchar(2500),
    exit_message varchar(2500),
    last_updated timestamp,
    constraint job_exec_step_fk foreign key (job_execution_id) references batch_job_execution (job_execution_id)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);

create table batch_step_execution_context (
    step_execution_id bigint not null primary key,
    short_context varchar(2500) not null,
    serialized_context text,
    constraint step_exec_ctx_fk foreign key (step_execution_id) references batch_step_execution (step_execution_id)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);

create table batch_job_execution_context (
    job_execution_id bigint not null primary key,
    short_context varchar(2500) not null,
    serialized_context text,
    constraint job_exec_ctx_fk foreign key (job_execution_id) references batch_job_execution (job_execution_id)
);

create sequence batch_step_execution_seq maxvalue 9223372036854775807 no cycle;
create sequence batch_job_execution_seq maxvalue 9223372036854775807 no cycle;
create sequence batch_job_instance_seq maxvalue 9223372036854775807 no cycle;

-- The indexes that Spring Batch does not ship and its queries need. None on a column that changes: updates stay HOT.

create index batch_job_execution_instance on batch_job_execution (job_instance_id);
create index batch_job_execution_params_execution on batch_job_execution_params (job_execution_id);
create index batch_step_execution_job_step on batch_step_execution (job_execution_id, step_name);

-- Who may work.

create table run (
    instance_id bigint primary key references batch_job_instance,
    job text not null,
    parameters jsonb not null,
    number int not null,
    definition_hash text not null,
    execution_id bigint references batch_job_execution,
    epoch bigint not null default 0,
    running boolean not null default false,
    stop boolean not null default false,
    manager text,
    manager_since timestamptz,
    planned_at timestamptz,
    estimated_rows bigint,
    unique (job, parameters, number)
);
comment on column run.number is 'how many times these parameters were begun anew with --reset';
comment on column run.epoch is 'raised by each manager; a manager with an older one may not write';

create table worker (
    id int generated always as identity primary key,
    host text not null,
    pid bigint not null,
    joined timestamptz not null default now()
);
comment on table worker is 'processes that lend their threads; one is alive while it holds the advisory lock of its id';

create table partition (
    instance_id bigint not null references run,
    number int not null,
    database text not null,
    lower jsonb,
    upper jsonb,
    state text not null default 'waiting' check (state in ('waiting', 'claimed', 'done', 'failed')),
    step_execution_id bigint not null references batch_step_execution,
    fresh boolean not null default true,
    worker int,
    fence bigint not null default 0,
    attempts int not null default 0,
    fruitless int not null default 0,
    page bigint not null default 0,
    pages_at_claim bigint not null default 0,
    read bigint not null default 0,
    found bigint not null default 0,
    skipped bigint not null default 0,
    failed bigint not null default 0,
    written bigint not null default 0,
    missing bigint not null default 0,
    extra bigint not null default 0,
    different bigint not null default 0,
    broken bigint not null default 0,
    reason text,
    primary key (instance_id, number)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
create index partition_waiting on partition (instance_id, number) where state = 'waiting';
create index partition_without_attempt on partition (instance_id, number) where state = 'waiting' and not fresh;
create index partition_claimed on partition (instance_id, worker) where state = 'claimed';
create index partition_step_execution on partition (step_execution_id);
comment on column partition.fresh is 'whether the current StepExecution has not begun: only then may the partition be claimed';
comment on column partition.fence is 'raised by each claim; a worker with an older one may not write';
comment on column partition.fruitless is 'claims in a row that committed no page and were lost';

create table finding (
    instance_id bigint not null references run,
    id bigint generated always as identity,
    partition int not null,
    database text not null,
    key json not null,
    kind text not null check (kind in ('missing', 'extra', 'different', 'broken')),
    rule text,
    columns json,
    primary key (instance_id, id)
);
comment on column finding.key is 'key columns and values; json, not jsonb, for it keeps the order of the columns';
