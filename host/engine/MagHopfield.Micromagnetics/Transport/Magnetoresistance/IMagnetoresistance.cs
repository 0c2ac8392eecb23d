using System.Numerics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Transport.Conductor;

namespace MagHopfield.Micromagnetics.Transport.Magnetoresistance;

/// <summary>How the conductivity of a film depends on its magnetisation.</summary>
public interface IMagnetoresistance
{
    /// <summary>Writes the sheet conductance of a magnetic state.</summary>
    /// <param name="grid">The conductor; cells outside its outline become zero.</param>
    /// <param name="m">Unit magnetisation on a mesh of one layer with the cells of the conductor.</param>
    /// <param name="sheet">Receives the tensors in siemens.</param>
    /// <typeparam name="T">float or double.</typeparam>
    void Fill<T>(ConductorGrid grid, VectorField<T> m, SheetConductance sheet)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
