using System.Numerics;
using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Micromagnetics.Terms;

/// <summary>
/// A term whose field at a cell needs that cell and its neighbours only, so that any range of cells can be done by itself: the equation of
/// motion then takes all local terms range by range, while the range is in cache.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public interface ILocalTerm<T> : IEnergyTerm<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>
    /// Adds the effective field in A/m to the cells begin … end − 1. Ranges may be done at the same time by several threads.
    /// </summary>
    /// <param name="m">Unit magnetisation, zero outside the body.</param>
    /// <param name="h">Field in A/m to add to.</param>
    /// <param name="begin">First cell.</param>
    /// <param name="end">Cell after the last.</param>
    void AddField(VectorField<T> m, VectorField<T> h, int begin, int end);
}
