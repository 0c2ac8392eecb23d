using System.Numerics;

namespace MagHopfield.Micromagnetics.Io;

/// <summary>A column of a table: name, unit and value of a simulation, declared once.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="Name">Name of the quantity.</param>
/// <param name="Unit">Unit, empty for a pure number.</param>
/// <param name="Value">Value at a time in seconds and a magnetisation.</param>
public sealed record TableColumn<T>(string Name, string Unit, Func<double, VectorField<T>, double> Value)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;
