using MagHopfield.Micromagnetics.Io;

namespace MagHopfield.Problems.Declarations;

/// <summary>A quantity of the table, declared once: the header, the reference page and the values all come from here.</summary>
/// <param name="Column">Name, SI unit and value.</param>
/// <param name="Meaning">What it is.</param>
public sealed record TableQuantity(TableColumn<ITableRow> Column, string Meaning)
{
    /// <summary>Declares a quantity.</summary>
    /// <param name="name">Name of the column.</param>
    /// <param name="unit">SI unit, "1" for a pure number.</param>
    /// <param name="meaning">What it is.</param>
    /// <param name="value">Its value in a row.</param>
    public TableQuantity(string name, string unit, string meaning, Func<ITableRow, double> value)
        : this(new(name, unit, value), meaning)
    {
    }

    /// <summary>The energy of the terms of one name.</summary>
    /// <param name="symbol">What stands behind "E_" in the column's name.</param>
    /// <param name="meaning">What it is.</param>
    /// <param name="term">Name of the terms in the engine.</param>
    public static TableQuantity Energy(string symbol, string meaning, string term) => new("E_" + symbol, "J", meaning, row => row.Energy(term));

    /// <summary>Name of the column.</summary>
    public string Name => Column.Name;

    /// <summary>SI unit, "1" for a pure number.</summary>
    public string Unit => Column.Unit;
}
