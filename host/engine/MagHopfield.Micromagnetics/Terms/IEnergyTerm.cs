using System.Numerics;
using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Micromagnetics.Terms;

/// <summary>One term of the energy E[m] of a ferromagnet, with its effective field H = −δE/(µ0 Ms δm).</summary>
/// <typeparam name="T">float or double.</typeparam>
public interface IEnergyTerm<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Short name, as tables head their columns with it.</summary>
    string Name { get; }

    /// <summary>
    /// Whether the energy is at most quadratic in m, its field then of degree 1: ΔE = −½ µ0 V Σ Ms (H + H')·(m' − m) is exact.
    /// </summary>
    bool IsQuadratic => true;

    /// <summary>Adds the effective field in A/m.</summary>
    /// <param name="m">Unit magnetisation, zero outside the body.</param>
    /// <param name="h">
    /// Field in A/m to add to. What is added outside the body is defined for the demagnetising and external fields only.
    /// </param>
    void AddField(VectorField<T> m, VectorField<T> h);

    /// <summary>Adds the energy density in J/m³.</summary>
    /// <param name="m">Unit magnetisation, zero outside the body.</param>
    /// <param name="e">Energy density in J/m³ to add to.</param>
    void AddEnergyDensity(VectorField<T> m, ScalarField<T> e);

    /// <summary>Energy in joules, summed in double precision.</summary>
    /// <param name="m">Unit magnetisation, zero outside the body.</param>
    double TotalEnergy(VectorField<T> m);
}
