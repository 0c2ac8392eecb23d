using MagHopfield.Micromagnetics.Io;

namespace MagHopfield.Model.Declarations;

/// <summary>A quantity of the table, declared once: the header, the reference page and the values all come from here.</summary>
/// <param name="Column">Name, SI unit and value.</param>
/// <param name="Meaning">What it is.</param>
/// <param name="Place">Place among the quantities, in which lists and the colours of plots have them; those of one place keep their
/// order.</param>
public sealed record TableQuantity(TableColumn<ITableRow> Column, string Meaning, int Place)
{
    /// <summary>Declares a quantity.</summary>
    /// <param name="name">Name of the column.</param>
    /// <param name="unit">SI unit, "1" for a pure number.</param>
    /// <param name="meaning">What it is.</param>
    /// <param name="value">Its value in a row.</param>
    /// <param name="place">Place among the quantities; behind all energies that lists name first, if not given.</param>
    public TableQuantity(string name, string unit, string meaning, Func<ITableRow, double> value, int place = 100)
        : this(new(name, unit, value), meaning, place)
    {
    }

    /// <summary>Name of the column.</summary>
    public string Name => Column.Name;

    /// <summary>SI unit, "1" for a pure number.</summary>
    public string Unit => Column.Unit;
}
