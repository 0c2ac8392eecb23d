using System.Numerics;

namespace MagHopfield.Micromagnetics.Kernels;

/// <summary>
/// A term or torque that says what it adds by a name and numbers, so that a back end with code of its own for that name needs nothing else
/// of it. The formula stands beside its numbers.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public interface IKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Name of the formula, such as "uniaxial_anisotropy"; null where the term can only be done by its own code.</summary>
    string? Kernel { get; }

    /// <summary>Writes the numbers of the formula, as they are now. It may be asked for at every evaluation.</summary>
    /// <param name="arguments">Receives them.</param>
    void Describe(KernelArguments<T> arguments);
}
