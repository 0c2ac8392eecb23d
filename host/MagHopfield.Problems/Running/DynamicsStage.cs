using System.Numerics;
using MagHopfield.Micromagnetics;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Energy;
using MagHopfield.Micromagnetics.Integrators;
using MagHopfield.Problems.Model;
using MagHopfield.Problems.Parameters;

namespace MagHopfield.Problems.Running;

/// <summary>
/// The dynamics for a time. Steps end exactly at rows of the table, at snapshots, and where the external field jumps or bends, so that what is
/// written is a solution, not an interpolation.
/// </summary>
internal sealed class DynamicsStage<T>(ProblemModel<T> model, StageParameters stage, Runner<T> runner) : IStageRunner<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Times that differ by less, relatively, are the same.
    private const double Rounding = 1e-12;

    private readonly IIntegrator<T> _integrator = model.Integrator();
    private readonly DriveField _field = runner.FieldOf(stage);
    private readonly double[] _corners = [.. runner.FieldOf(stage).Corners.Distinct().Order()];
    private LandauLifshitzGilbert<T>? _equation;
    private ThermalField<T>? _noise;

    public RunPosition Begin(RunPosition position, VectorField<T> m) =>
        position with { NextStep = _integrator.NextStep, LastEnergy = double.MaxValue };

    public bool? Block(VectorField<T> m)
    {
        if (_equation is null || _noise is not null)
        {
            _noise = model.Noise(runner.Position.Blocks);
            _equation = model.Dynamics(_noise);
            model.SetCurrents(stage.CurrentFactor);
        }

        double start = runner.Position.StageStart, end = start + stage.Duration, origin = stage.Field is null ? 0 : start;
        DrivenEquation<T> driven = new(_equation, model.External, _field) { Origin = origin };
        _integrator.Forget();
        _integrator.NextStep = runner.Position.NextStep;

        // The next block has other noise: none of this may be left over from a step that was rejected.
        for (int n = 0; n < IStageRunner<T>.BlockSteps || _noise is { HasNoiseAhead: true }; n++)
        {
            double time = runner.Position.Time, next = NextEvent(time, end, origin), left = next - time;
            driven.Until = next;
            double step = _integrator.Step(driven, time, m, left);
            bool arrived = step >= left * (1 - Rounding);
            RunPosition now = runner.Position;
            runner.Position = now with
            {
                Time = arrived ? next : time + step,
                Steps = now.Steps + 1,
                StageSteps = now.StageSteps + 1,
                LastStep = step,
                NextStep = _integrator.NextStep,
            };
            driven.Until = double.PositiveInfinity;
            driven.Apply(runner.Position.Time);
            if (arrived)
            {
                Output();
                // dm/dt at the end of the step was that before a jump.
                if (IsCorner(next - origin))
                    _integrator.Forget();
            }

            runner.Report(stage, (runner.Position.Time - start) / stage.Duration);
            if (runner.Position.Time >= end)
                return true;
        }

        bool settled = stage.MaxTorque is double limit && runner.MaxTorque() <= limit;
        return settled || (stage.EnergyChange is not null && runner.EnergySettled(stage)) ? true : null;
    }

    private static bool Same(double a, double b) => Math.Abs(a - b) <= Rounding * Math.Max(Math.Abs(a), Math.Abs(b));

    private double NextEvent(double time, double end, double origin)
    {
        OutputParameters output = model.Problem.Output;
        IEnumerable<double> events = CornersFrom(time - origin).Select(c => origin + c);
        if (output.TableInterval is double row)
            events = events.Append((runner.Position.TableIndex + 1) * row);
        if (output.SnapshotInterval is double snapshot)
            events = events.Append((runner.Position.SnapshotIndex + 1) * snapshot);
        double next = events.Where(e => e > time && !Same(e, time)).DefaultIfEmpty(end).Min();
        return next < end && !Same(next, end) ? next : end;
    }

    // The corners at and after a time of the field, the one before with them for the sake of rounding.
    private IEnumerable<double> CornersFrom(double time)
    {
        int at = Array.BinarySearch(_corners, time);
        return _corners.Skip(Math.Max(0, (at < 0 ? ~at : at) - 1)).Take(3);
    }

    private bool IsCorner(double time) => CornersFrom(time).Any(c => Math.Abs(c - time) <= Rounding * (Math.Abs(c) + runner.Position.Time));

    private void Output()
    {
        OutputParameters output = model.Problem.Output;
        if (output.TableInterval is double row && Passed(runner.Position.TableIndex, row) is long rows)
        {
            runner.Position = runner.Position with { TableIndex = rows };
            runner.Row(runner.Position.Stage + 1);
        }

        if (output.SnapshotInterval is double snapshot && Passed(runner.Position.SnapshotIndex, snapshot) is long snapshots)
        {
            runner.Position = runner.Position with { SnapshotIndex = snapshots };
            runner.Snapshot();
        }
    }

    private long? Passed(long index, double interval)
    {
        double time = runner.Position.Time, next = (index + 1) * interval;
        return next <= time || Same(next, time) ? index + 1 : null;
    }
}
