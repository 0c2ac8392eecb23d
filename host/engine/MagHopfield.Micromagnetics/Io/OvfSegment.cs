using System.Numerics;
using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Micromagnetics.Io;

/// <summary>One field of an OVF file, to be written.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="Field">The field.</param>
/// <param name="Title">Title, one line; also the name of the quantity.</param>
/// <param name="Unit">Unit of the values, "1" for a unit vector.</param>
/// <param name="Descriptions">Lines of description, such as the time.</param>
public sealed record OvfSegment<T>(VectorField<T> Field, string Title, string Unit, IReadOnlyList<string> Descriptions)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;
