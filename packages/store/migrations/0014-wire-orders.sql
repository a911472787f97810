-- Counts changes of rules and presets: whoever files looks whether it moved.
create sequence wire_orders;
