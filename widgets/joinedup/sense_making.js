// The sense-making sorter: the sorting engine, with corners that get their names after the sorting.

export default { render: (context) => renderSorter(context, { read: comparison, paintReading: paintComparison }) };
