using System.Numerics;
using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Micromagnetics.Io;

/// <summary>An OVF file as it was read.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="Field">The vectors, in the unit of the file; a file with a value multiplier has been multiplied.</param>
/// <param name="Header">
/// Header entries by name in lower case without spaces, such as "valueunits"; repeated entries (Desc) joined by line ends.
/// </param>
public sealed record OvfFile<T>(VectorField<T> Field, IReadOnlyDictionary<string, string> Header)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;

/// <summary>An OVF file of one number a cell as it was read.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="Field">The numbers, in the unit of the file; a file with a value multiplier has been multiplied.</param>
/// <param name="Header">
/// Header entries by name in lower case without spaces, such as "valueunits"; repeated entries (Desc) joined by line ends.
/// </param>
public sealed record OvfScalarFile<T>(ScalarField<T> Field, IReadOnlyDictionary<string, string> Header)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;
