using System.Numerics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;

namespace MagHopfield.Micromagnetics.Backends.Cpu;

/// <summary>
/// Ms of each cell as a share of the largest. Energies weigh cells by it; without it a cell of small Ms and large field would decide the
/// length of every step.
/// </summary>
internal sealed class MomentShare<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public MomentShare(Ferromagnet body)
    {
        Largest = body.SaturationMagnetisation.Largest;
        if (Enumerable.Range(0, body.Mesh.CellCount).Any(i => body.Geometry.Contains(i) && body.MsOf(i) != Largest))
            Cells = body.SaturationMagnetisation.Spread<T>(body.Geometry, ms => ms / Largest, out _);
    }

    /// <summary>Largest Ms in A/m.</summary>
    public double Largest { get; }

    /// <summary>The share of each cell; null where all are 1.</summary>
    public T[]? Cells { get; }
}
