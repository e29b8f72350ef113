// A card sort: the sorting engine with named places, and where the research or the makers would put each card.

export default { render: (context) => renderSorter(context, { read: comparison, paintReading: paintComparison }) };
