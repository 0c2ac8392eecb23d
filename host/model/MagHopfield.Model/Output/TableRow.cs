using System.Numerics;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Model.Declarations;

namespace MagHopfield.Model.Output;

/// <summary>The state of a run in one precision.</summary>
internal sealed class TableRow<T>(
    double time, int stage, long steps, double lastStep, VectorField<T> m, LandauLifshitzGilbert<T> equation, Vector3D external,
    DrivenCurrent<T>? current) : ITableRow
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Dictionary<IEnergyTerm<T>, double> _energies = [];
    private CircuitState? _circuit;

    public double Time => time;

    public int Stage => stage;

    public long Steps => steps;

    public double LastStep => lastStep;

    public Vector3D Field => external;

    public Vector3D Average => m.Average(equation.Body.Geometry);

    public Vector3D MeanSquare
    {
        get
        {
            double x = 0, y = 0, z = 0;
            for (int i = 0; i < m.X.Length; i++)
            {
                Vector3D v = m[i];
                (x, y, z) = (x + (v.X * v.X), y + (v.Y * v.Y), z + (v.Z * v.Z));
            }

            return (1.0 / equation.Body.Geometry.CellsInside) * new Vector3D(x, y, z);
        }
    }

    public double MaxTorque
    {
        get
        {
            VectorField<T> h = new(m.Mesh);
            equation.EffectiveField(m, h);
            double largest = 0;
            for (int i = 0; i < m.X.Length; i++)
                largest = Math.Max(largest, Vector3D.Cross(m[i], h[i]).Length);
            return largest;
        }
    }

    public CircuitState Circuit =>
        _circuit ??= current?.Measure(m, time) ?? throw new InvalidOperationException("There are no electrodes.");

    public double Charge => TopologicalCharge.Of(m, m.Mesh.Nz / 2);

    public double Energy(string? term)
    {
        double sum = 0;
        foreach (IEnergyTerm<T> t in equation.Terms)
        {
            if (term is not null && t.Name != term)
                continue;
            if (!_energies.TryGetValue(t, out double energy))
                _energies.Add(t, energy = t.TotalEnergy(m));
            sum += energy;
        }

        return sum;
    }
}
