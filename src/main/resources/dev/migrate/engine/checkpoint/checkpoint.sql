create table if not exists migrate.checkpoint (
    repository uuid not null,
    instance bigint not null,
    partition int not null,
    fence bigint not null,
    page bigint not null default 0,
    position json,
    result json,
    primary key (repository, instance, partition)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
comment on table migrate.checkpoint is
    'how far Migrate has come with what it writes here: a row moves in the transaction of its page. Deleting rows of a run is safe once no process of it is left, not even a frozen one';
comment on column migrate.checkpoint.repository is 'migrate.repository.id of the repository that the run is kept in';
comment on column migrate.checkpoint.fence is 'of the claim that works on the partition; a worker with a lower one may not write';
comment on column migrate.checkpoint.page is 'how many pages are committed';
comment on column migrate.checkpoint.position is 'the last key of the last page';
comment on column migrate.checkpoint.result is 'what came of the last page, for a repository that has not heard of it';
