using System.Numerics;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Terms;

namespace MagHopfield.Micromagnetics.Io;

/// <summary>A magnetisation at a time.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="Time">Time in seconds.</param>
/// <param name="Magnetisation">Unit magnetisation.</param>
public readonly record struct Sample<T>(double Time, VectorField<T> Magnetisation)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Columns of a table: time in s, average magnetisation, and the energy of each term and their sum in J.</summary>
    /// <param name="equation">The equation of motion.</param>
    public static TableColumn<Sample<T>>[] Columns(LandauLifshitzGilbert<T> equation)
    {
        ArgumentNullException.ThrowIfNull(equation);
        Geometry geometry = equation.Body.Geometry;
        List<TableColumn<Sample<T>>> columns =
        [
            new("t", "s", s => s.Time),
            new("mx", "1", s => s.Magnetisation.Average(geometry).X),
            new("my", "1", s => s.Magnetisation.Average(geometry).Y),
            new("mz", "1", s => s.Magnetisation.Average(geometry).Z),
        ];
        foreach (IEnergyTerm<T> term in equation.Terms)
            columns.Add(new($"E_{term.Name}", "J", s => term.TotalEnergy(s.Magnetisation)));
        columns.Add(new("E_total", "J", s => equation.TotalEnergy(s.Magnetisation)));
        return [.. columns];
    }
}
