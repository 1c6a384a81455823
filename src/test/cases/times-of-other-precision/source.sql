create table t (id int primary key, a timestamptz, b timestamp(3), c time, d interval, e timetz(0), f interval[], g timestamptz[]);
insert into t values
  (1, '2024-01-01 00:00:01Z', '2024-01-01 00:00:01.5', '10:00:00.25', '1 day 2.5 s', '10:00+02', '{1 day}', '{infinity}'),
  (2, '2024-01-01 00:00:01.5Z', '2024-01-01 00:00:01.123', '10:00:00.123456', '1 mon', '10:00+02', '{1 mon}', '{2024-01-01 00:00+01}'),
  (3, '-infinity', 'infinity', '24:00', '-1 day +1 s', '23:59:59-12', '{}', '{2024-01-01 00:00+01}');
