create table t (id int, n int);
create event e on schedule at current_timestamp + interval 1 day do delete from t;
