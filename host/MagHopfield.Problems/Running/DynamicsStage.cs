using System.Numerics;
using MagHopfield.Micromagnetics;
using MagHopfield.Micromagnetics.Dynamics;
using MagHopfield.Micromagnetics.Energy;
using MagHopfield.Micromagnetics.Integrators;
using MagHopfield.Problems.Checking;
using MagHopfield.Problems.Model;
using MagHopfield.Problems.Parameters;

namespace MagHopfield.Problems.Running;

/// <summary>
/// The dynamics for a time. Steps end exactly at rows of the table, at snapshots, and where the external field jumps or bends, so that what is
/// written is a solution, not an interpolation. Each of these is counted: what is due is done, and only then is the next one waited for.
/// </summary>
internal sealed class DynamicsStage<T>(ProblemModel<T> model, StageParameters stage, Runner<T> runner) : IStageRunner<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly IIntegrator<T> _integrator = model.Integrator();
    private readonly InstabilityCheck<T> _check = new(model, model.Descent(), stage);
    private LandauLifshitzGilbert<T>? _equation;
    private ThermalField<T>? _noise;

    public RunPosition Begin(RunPosition position, VectorField<T> m) => _check.Begin(
        position with
        {
            NextStep = _integrator.NextStep,
            LastEnergy = double.MaxValue,
            Corners = runner.ClockOf(stage, position.StageStart).At(position.Time).Passed,
        },
        m);

    public bool? Block(VectorField<T> m)
    {
        if (_equation is null || _noise is not null)
        {
            _noise = model.Noise(runner.Position.Blocks);
            _equation = model.Dynamics(_noise);
            model.SetCurrents(stage.CurrentFactor);
        }

        double start = runner.Position.StageStart, end = start + stage.Duration;
        FieldClock clock = runner.ClockOf(stage, start);
        clock.Passed = runner.Position.Corners;
        DrivenEquation<T> driven = new(_equation, model.External, clock);
        _integrator.Forget();
        _integrator.NextStep = runner.Position.NextStep;

        // The next block has other noise: none of this may be left over from a step that was rejected.
        for (int n = 0; n < IStageRunner<T>.BlockSteps || _noise is { HasNoiseAhead: true }; n++)
        {
            double time = runner.Position.Time;
            if (time >= end)
                break;
            if (n == IStageRunner<T>.BlockSteps - 1)
                _check.BeforeStep(runner.Position, m, driven);
            ExternalField<T>.Value field = model.External?.Now ?? default;
            double next = NextEvent(clock, end), left = next - time, step;
            try
            {
                step = _integrator.Step(driven, time, m, left);
            }
            catch (ArithmeticException e)
            {
                return runner.Fail(e.Message);
            }

            RunPosition now = runner.Position;
            runner.Position = now with
            {
                // The integrator returns the limit itself where it comes to it.
                Time = step >= left ? next : Math.Min(next, time + step),
                Steps = now.Steps + 1,
                StageSteps = now.StageSteps + 1,
                LastStep = step,
                NextStep = _integrator.NextStep,
            };
            if (n == IStageRunner<T>.BlockSteps - 1)
                runner.Position = _check.AfterStep(runner.Position, step, m, driven);
            PassCorners(clock);
            model.External?.Set(clock, runner.Position.Time);
            runner.Position = _check.Driven(runner.Position, field, model.External?.Now ?? default);
            if (IsAnythingDue && !InstabilityCheck<T>.IsFinite(m))
                return NoNumbers();
            WriteWhatIsDue();
            runner.Report(stage, (runner.Position.Time - start) / stage.Duration);
        }

        if (!InstabilityCheck<T>.IsFinite(m))
            return NoNumbers();
        bool over = runner.Position.Time >= end;
        if (over || runner.Position.Blocks % InstabilityCheck<T>.Blocks == 0)
        {
            (runner.Position, string? failure) = _check.Look(runner.Position, m);
            if (failure is not null)
                return runner.Fail($"{failure}; {Mend}");
        }

        if (over)
            return true;
        bool settled = stage.MaxTorque is double limit && runner.MaxTorque() <= limit;
        return settled || (stage.EnergyChange is not null && runner.EnergySettled(stage)) ? true : null;
    }

    private double NextRow => model.Problem.Output.TableInterval is double row ? (runner.Position.TableIndex + 1) * row : double.PositiveInfinity;

    private double NextSnapshot =>
        model.Problem.Output.SnapshotInterval is double snapshot ? (runner.Position.SnapshotIndex + 1) * snapshot : double.PositiveInfinity;

    // Two events that differ by rounding only are one; where the end is among them it is the end.
    private double NextEvent(FieldClock clock, double end)
    {
        double next = Math.Min(Math.Min(NextRow, NextSnapshot), clock.Next);
        return FieldClock.IsDue(end, next) ? end : next;
    }

    private void PassCorners(FieldClock clock)
    {
        int before = clock.Passed;
        while (FieldClock.IsDue(clock.Next, runner.Position.Time))
            clock.Passed++;
        if (clock.Passed == before)
            return;
        runner.Position = runner.Position with { Corners = clock.Passed };
        // dm/dt at the end of the step was that before a jump.
        _integrator.Forget();
    }

    private bool IsAnythingDue => FieldClock.IsDue(Math.Min(NextRow, NextSnapshot), runner.Position.Time);

    private string Mend
    {
        get
        {
            SolverParameters solver = model.Problem.Solver;
            (double stable, double accurate) = StepChecks.Steps(model.Problem);
            return solver.FixedStep is double step
                ? FormattableString.Invariant($"the step of {step:0.##e0} s is too long (stable up to about {stable:0.##e0} s, accurate with {accurate:0.##e0} s): shorten fixed_step")
                : FormattableString.Invariant($"an error of {solver.MaxError} a step is too large: make max_error smaller");
        }
    }

    private bool NoNumbers()
    {
        runner.GoBack();
        return runner.Fail($"m has grown beyond all numbers; {Mend}");
    }

    private void WriteWhatIsDue()
    {
        bool row = false, snapshot = false;
        for (; FieldClock.IsDue(NextRow, runner.Position.Time); row = true)
            runner.Position = runner.Position with { TableIndex = runner.Position.TableIndex + 1 };
        for (; FieldClock.IsDue(NextSnapshot, runner.Position.Time); snapshot = true)
            runner.Position = runner.Position with { SnapshotIndex = runner.Position.SnapshotIndex + 1 };
        if (row)
            runner.Row(runner.Position.Stage + 1);
        if (snapshot)
            runner.Snapshot();
    }
}
