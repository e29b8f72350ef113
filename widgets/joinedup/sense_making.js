// The sense-making sorter: the sorting engine with the comparison reading.

export default { render: (context) => renderSorter(context, comparison) };
