-- Partitions that were split while they were worked on: the part that nobody had read yet is a partition of its own.

alter table partition
    add split_from int,
    add place numeric;
comment on column partition.split_from is 'the number of the partition that it was part of; null: it was planned';
comment on column partition.place is 'where its range stands among those of its database, if it was split off; null: at its number';

create index partition_place on partition (instance_id, database, (coalesce(place, number)));

create or replace view coverage as
with link as (
    select instance_id, database, number, state, position, lower, upper, coalesce(upper, ending) as ending, coalesce(place, number) as place,
           lag(upper) over walk as before, lag(number) over walk is null as first, lead(number) over walk is null as last
    from partition where database is not null
    window walk as (partition by instance_id, database order by coalesce(place, number))
)
select instance_id, database, count(*) as partitions,
       (array_agg(lower order by place))[1] as begins,
       (array_agg(ending order by place desc))[1] as ends,
       min(number) filter (where not (first and lower is null or not first and lower = before) is true
                              or last <> (upper is null)) as gap,
       min(number) filter (where state <> 'done' or position is distinct from ending) as unfinished
from link group by instance_id, database;


-- What waits is found, and counted, without passing what is done; in an order that no other index has.

drop index partition_waiting;
create index partition_waiting on partition (instance_id, number nulls first) where state = 'waiting';
