create table t (region text, id bigint, n int, primary key (region, id)) partition by list (region);
create table eu partition of t for values in ('de', 'fr');
create table us partition of t for values in ('US', 'us');
create table other partition of t default;
insert into t select region, i, i from unnest(array['de', 'fr', 'US', 'us', '']) region, generate_series(-3, 3) i;
