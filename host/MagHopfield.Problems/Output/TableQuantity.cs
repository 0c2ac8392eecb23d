namespace MagHopfield.Problems.Output;

/// <summary>A quantity of the table, declared once: the header, the reference page and the values all come from here.</summary>
/// <param name="Name">Name of the column.</param>
/// <param name="Unit">SI unit, "1" for a pure number.</param>
/// <param name="Meaning">What it is.</param>
/// <param name="Value">Its value in a row.</param>
internal sealed record TableQuantity(string Name, string Unit, string Meaning, Func<ITableRow, double> Value);
