create table t (id bigint primary key, name text, likes int);
insert into t select i, 'a', case i when 5 then 0 else i end from generate_series(1, 7) i;
