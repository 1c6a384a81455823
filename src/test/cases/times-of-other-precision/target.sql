create table t (id int primary key, a timestamptz(0), b timestamp, c time(2), d interval(0), e timetz, f interval[], g timestamptz[]);
insert into t values
  (1, '2024-01-01 01:00:01+01', '2024-01-01 00:00:01.5', '10:00:00.25', '1 day 2.5 s', '10:00+02', '{1 day}', '{infinity}'),
  (2, '2024-01-01 00:00:02Z', '2024-01-01 00:00:01.123456', '10:00:00.12', '30 days', '08:00+00', '{30 days}', '{2023-12-31 23:00+00}'),
  (3, 'infinity', '-infinity', '00:00', '-23:59:59', '23:59:59-12', null, '{2024-01-01 00:00+00}');
