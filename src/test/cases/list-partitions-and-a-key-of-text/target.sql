create table t (region text collate "de-x-icu", id bigint, n int, primary key (region, id));
insert into t select region, i, i from unnest(array['de', 'fr', 'US', 'us', '']) region, generate_series(-3, 3) i;
delete from t where region = 'US' and id = 0;
update t set n = 9 where region = '' and id = -3;
insert into t values ('zz', 1, 1);
