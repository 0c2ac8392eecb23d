namespace MagHopfield.Micromagnetics.Io;

/// <summary>A column of a table: name, unit and value, declared once.</summary>
/// <typeparam name="TRow">What a row is taken from.</typeparam>
/// <param name="Name">Name of the quantity.</param>
/// <param name="Unit">SI unit, "1" for a pure number.</param>
/// <param name="Value">Its value in a row.</param>
public sealed record TableColumn<TRow>(string Name, string Unit, Func<TRow, double> Value);
