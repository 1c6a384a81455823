create table t (id uuid primary key, n int);
insert into t select md5(i::text)::uuid, case i when 4 then 40 else i end from generate_series(2, 7) i;
