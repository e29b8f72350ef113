// The continuum slider: the line engine with the gap reading.

export default { render: (context) => renderLine(context, gap) };
