using System.Numerics;
using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Micromagnetics.Backends;

/// <summary>
/// Field and rate of one equation of motion on a back end, at the time that its terms were set to. A term or torque that is an
/// <see cref="Kernels.IKernel{T}"/> can be done by name from its numbers; every other one works in host memory, on copies.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public interface IFieldEvaluation<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Computes the effective field H in A/m of all terms.</summary>
    /// <param name="m">Unit magnetisation.</param>
    /// <param name="h">Receives the field in A/m.</param>
    void EffectiveField(IBackendField<T> m, IBackendField<T> h);

    /// <summary>Computes dm/dt by the field, the torques and the friction.</summary>
    /// <param name="m">Unit magnetisation, zero outside the body.</param>
    /// <param name="rate">Receives dm/dt in 1/s.</param>
    void Derivative(IBackendField<T> m, IBackendField<T> rate);

    /// <summary>Energy of all terms in joules.</summary>
    /// <param name="m">Unit magnetisation, zero outside the body.</param>
    double TotalEnergy(IBackendField<T> m);
}
