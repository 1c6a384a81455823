create table t (id int primary key, a timestamptz, b timestamp, c date, d time, e timetz, f interval);
insert into t values
  (1, '2024-03-31 01:30:00Z', '2024-03-31 01:30:00', '2024-03-31', '01:30', '01:30+00', '1 month'),
  (2, '2024-03-31 01:30:00Z', 'infinity', '0044-03-15 BC', '24:00', '01:30+00', '1 day'),
  (3, '2024-03-31 01:30:00Z', '2024-03-31 01:30:00.000001', '2024-03-31', '01:30', '01:30+00', '1 month');
