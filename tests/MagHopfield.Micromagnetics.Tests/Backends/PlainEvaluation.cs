using MagHopfield.Micromagnetics.Backends;
using MagHopfield.Micromagnetics.Backends.Cpu;
using MagHopfield.Micromagnetics.Fields;
using MagHopfield.Micromagnetics.Kernels;
using MagHopfield.Micromagnetics.Terms;
using MagHopfield.Micromagnetics.Torques;
using static MagHopfield.Micromagnetics.Tests.Backends.PlainField;

namespace MagHopfield.Micromagnetics.Tests.Backends;

/// <summary>Evaluates an equation of motion from the descriptions of its terms, or by their own code where they have none.</summary>
internal sealed class PlainEvaluation(PlainBackend backend, RightHandSide<double> equation) : IFieldEvaluation<double>
{
    private readonly Dictionary<object, KernelArguments<double>> _arguments = [];
    private readonly PlainKernels _kernels = new(equation.Body.Mesh);

    public void EffectiveField(IBackendField<double> m, IBackendField<double> h)
    {
        Array.Clear(Of(h));
        foreach (IEnergyTerm<double> term in equation.Terms)
        {
            if (!Known(term, m, h))
                InHostMemory(term.Name, m, h, term.AddField);
        }
    }

    public void Derivative(IBackendField<double> m, IBackendField<double> rate)
    {
        if (equation.Friction is not null)
        {
            InHostMemory("friction", m, rate, new CpuBackend<double>().Evaluation(equation).Derivative);
            return;
        }

        EffectiveField(m, rate);
        PlainField torques = new(m.Mesh);
        foreach (ISpinTorque<double> torque in equation.Torques)
        {
            if (!Known(torque, m, torques))
                InHostMemory(torque.Name, m, torques, (at, s) => torque.AddTorque(equation.Motion, at, s, 0, at.Mesh.CellCount));
        }

        for (int i = 0; i < m.Mesh.CellCount; i++)
        {
            // dm/dt = T + α m×dm/dt with T = −γ m×H + S.
            double alpha = equation.Motion.Damping[equation.Body.Geometry.Region[i]], gamma = equation.GyromagneticRatio;
            Vector3D at = Of(m)[i], turn = -gamma * Vector3D.Cross(at, Of(rate)[i]), s = torques.Values[i];
            Vector3D damped = (alpha * Vector3D.Cross(at, turn)) + s + (alpha * Vector3D.Cross(at, s));
            Of(rate)[i] = (1 / (1 + (alpha * alpha))) * (equation.Precession ? turn + damped : damped);
        }
    }

    public double TotalEnergy(IBackendField<double> m)
    {
        VectorField<double> host = new(m.Mesh);
        backend.Download(m, host);
        return equation.TotalEnergy(host);
    }

    private bool Known(object term, IBackendField<double> m, IBackendField<double> sum)
    {
        if (term is not IKernel<double> { Kernel: string name } kernel)
            return false;
        if (!_arguments.TryGetValue(term, out KernelArguments<double>? arguments))
            _arguments[term] = arguments = new KernelArguments<double>();
        kernel.Describe(arguments);
        if (!_kernels.Add(name, arguments, equation.Motion, Of(m), Of(sum)))
            return false;
        backend.Kernels.Add(name);
        return true;
    }

    private void InHostMemory(
        string name, IBackendField<double> m, IBackendField<double> sum, Action<VectorField<double>, VectorField<double>> add)
    {
        backend.InHostMemory.Add(name);
        VectorField<double> at = new(m.Mesh), to = new(m.Mesh);
        backend.Download(m, at);
        backend.Download(sum, to);
        add(at, to);
        backend.Upload(to, sum);
    }
}
