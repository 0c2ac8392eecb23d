using System.Numerics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Materials;

namespace MagHopfield.Micromagnetics.Torques;

/// <summary>
/// A torque that no energy gives, as it stands in the implicit form dm/dt = −γ m×H + α m×dm/dt + S; the equation of motion brings it to the
/// explicit form.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public interface ISpinTorque<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Short name, as tables head their columns with it.</summary>
    string Name { get; }

    /// <summary>Adds S to the cells begin … end − 1. Ranges may be done at the same time by several threads.</summary>
    /// <param name="motion">γ and α of the equation of motion.</param>
    /// <param name="m">Unit magnetisation, zero outside the body.</param>
    /// <param name="s">Torque S in 1/s to add to.</param>
    /// <param name="begin">First cell.</param>
    /// <param name="end">Cell after the last.</param>
    void AddTorque(GilbertParameters motion, VectorField<T> m, VectorField<T> s, int begin, int end);
}
