using System.Numerics;
using MagHopfield.Micromagnetics.Fields;

namespace MagHopfield.Micromagnetics.Kernels;

/// <summary>
/// The numbers of one <see cref="IKernel{T}"/>, by name, in SI units. A back end keeps one for each kernel, which writes it anew.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class KernelArguments<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Dictionary<string, double> _numbers = [];
    private readonly Dictionary<string, T[]> _cells = [];
    private readonly Dictionary<string, VectorField<T>> _fields = [];

    /// <summary>Numbers, which may differ at every evaluation.</summary>
    public IReadOnlyDictionary<string, double> Numbers => _numbers;

    /// <summary>Numbers of one value a cell. They never change: the same array need not be copied to a back end's memory twice.</summary>
    public IReadOnlyDictionary<string, T[]> Cells => _cells;

    /// <summary>Vector fields in host memory, which may hold other values at every evaluation.</summary>
    public IReadOnlyDictionary<string, VectorField<T>> Fields => _fields;

    /// <summary>Writes a number.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The number.</param>
    public void Number(string name, double value) => _numbers[name] = value;

    /// <summary>Writes the three components of a vector.</summary>
    /// <param name="x">Name of the x component.</param>
    /// <param name="y">Name of the y component.</param>
    /// <param name="z">Name of the z component.</param>
    /// <param name="value">The vector.</param>
    public void Vector(string x, string y, string z, Vector3D value) =>
        (_numbers[x], _numbers[y], _numbers[z]) = (value.X, value.Y, value.Z);

    /// <summary>Writes one value a cell that never changes.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">Nx·Ny·Nz values, x fastest.</param>
    public void Cell(string name, T[] values) => _cells[name] = values;

    /// <summary>Writes a vector field.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">The field, or null for none.</param>
    public void Field(string name, VectorField<T>? value)
    {
        if (value is null)
            _fields.Remove(name);
        else
            _fields[name] = value;
    }
}
