create table t (id int primary key, a int);
insert into t select i, case i when 4 then 0 else i end from generate_series(1, 5) i;
