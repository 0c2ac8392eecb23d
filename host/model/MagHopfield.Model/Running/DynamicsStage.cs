using System.Globalization;
using System.Numerics;
using MagHopfield.Micromagnetics.Run;
using MagHopfield.Model.Checking;
using MagHopfield.Model.Problems;

namespace MagHopfield.Model.Running;

/// <summary>
/// The dynamics for a time. Steps end exactly at rows of the table, at snapshots, and where the external field jumps or bends, so that what
/// is written is a solution, not an interpolation. Each of these is counted: what is due is done, and only then is the next one waited for.
/// </summary>
internal sealed class DynamicsStage<T>(ProblemModel<T> model, Simulation<T> simulation, StageParameters stage, Runner<T> runner)
    : IStageRunner, IRunEvents<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // Steps in a block: few enough to lose little on an interruption, many enough that beginning each afresh costs nothing.
    private const int BlockSteps = 32;

    private readonly InstabilityCheck<T> _check = new(model, stage);
    private int _taken;
    private ExternalField<T>.Value _field;

    public RunPosition Begin(RunPosition position) => _check.Begin(
        position with
        {
            NextStep = simulation.Integrator.NextStep,
            LastEnergy = double.MaxValue,
            Corners = model.External?.Clock.Passed ?? 0,
        },
        simulation.Magnetisation);

    public bool? Block()
    {
        double end = runner.Position.StageStart + stage.Duration;
        model.BeginNoise(runner.Position.Blocks);
        if (model.External is not null)
            model.External.Clock.Passed = runner.Position.Corners;
        model.Current?.Begin(runner.Position.Time);
        simulation.Time = runner.Position.Time;
        simulation.Integrator.NextStep = runner.Position.NextStep;
        _taken = 0;
        try
        {
            simulation.RunTo(end, this, runner.Cancellation);
        }
        catch (ArithmeticException e)
        {
            return runner.Fail(e.Message);
        }

        if (!InstabilityCheck<T>.IsFinite(simulation.Magnetisation))
            return NoNumbers();
        bool over = runner.Position.Time >= end;
        if (over || runner.Position.Blocks % InstabilityCheck<T>.Blocks == 0)
        {
            (runner.Position, string? failure) = _check.Look(runner.Position, simulation.Magnetisation);
            if (failure is not null)
                return runner.Fail($"{failure}; {Mend}");
        }

        if (over)
            return true;
        bool settled = stage.MaxTorque is double limit && runner.MaxTorque() <= limit;
        return settled || (stage.EnergyChange is not null && runner.EnergySettled(stage)) ? true : null;
    }

    // Two events that differ by rounding only are one; where the end is among them it is the end.
    double IRunEvents<T>.BeforeStep(Simulation<T> simulation, double end)
    {
        Solve();
        if (_taken == BlockSteps - 1)
            _check.BeforeStep(runner.Position, simulation.Magnetisation);
        _field = model.External?.Now ?? default;
        double corner = Math.Min(model.External?.Clock.Next ?? double.PositiveInfinity, model.Current?.Next ?? double.PositiveInfinity);
        double next = Math.Min(Math.Min(NextRow, NextSnapshot), corner);
        return FieldClock.IsDue(end, next) ? end : next;
    }

    bool IRunEvents<T>.AfterStep(Simulation<T> simulation)
    {
        RunPosition now = runner.Position;
        runner.Position = now with
        {
            Time = simulation.Time,
            Steps = now.Steps + 1,
            StageSteps = now.StageSteps + 1,
            LastStep = simulation.LastStep,
            NextStep = simulation.Integrator.NextStep,
        };
        if (_taken == BlockSteps - 1)
            runner.Position = _check.AfterStep(runner.Position, simulation.LastStep, simulation.Magnetisation);
        if (model.External is not null)
        {
            PassCorners(model.External.Clock);
            model.External.Term.SetTime(runner.Position.Time);
            runner.Position = _check.Driven(runner.Position, _field, model.External.Now);
        }

        if (model.Current is not null)
        {
            if (model.Current.Pass(runner.Position.Time))
                simulation.FieldChanged();
            model.Current.Acting.SetTime(runner.Position.Time);
        }

        if (IsAnythingDue && !InstabilityCheck<T>.IsFinite(simulation.Magnetisation))
            return false;
        WriteWhatIsDue();
        runner.Report(stage, (runner.Position.Time - runner.Position.StageStart) / stage.Duration);

        // The next block has other noise: none of this may be left over from a step that was rejected.
        return ++_taken < BlockSteps || model.HasNoiseAhead;
    }

    // The current of the state at the start of the step, and the field that follows it; dm/dt at the end of the step before was with the
    // old ones.
    private void Solve()
    {
        ExternalField<T>.Value before = model.External?.Now ?? default;
        bool follows = model.External?.Clock.Field.Feedback is not null;
        if (follows)
        {
            runner.Feed();
            runner.Position = _check.Driven(runner.Position, before, model.External!.Now);
        }

        bool jumped = model.Current is DrivenCurrent<T> current && current.Acting.BeginStep(simulation.Magnetisation, runner.Position.Time);
        if (follows || jumped)
            simulation.FieldChanged();
    }

    private double NextRow =>
        model.Problem.Output.TableInterval is double row ? (runner.Position.TableIndex + 1) * row : double.PositiveInfinity;

    private double NextSnapshot =>
        model.Problem.Output.SnapshotInterval is double snapshot ? (runner.Position.SnapshotIndex + 1) * snapshot : double.PositiveInfinity;

    private void PassCorners(FieldClock clock)
    {
        int before = clock.Passed;
        while (FieldClock.IsDue(clock.Next, runner.Position.Time))
            clock.Passed++;
        if (clock.Passed == before)
            return;
        runner.Position = runner.Position with { Corners = clock.Passed };
        // dm/dt at the end of the step was that before a jump.
        simulation.FieldChanged();
    }

    private bool IsAnythingDue => FieldClock.IsDue(Math.Min(NextRow, NextSnapshot), runner.Position.Time);

    private string Mend
    {
        get
        {
            SolverParameters solver = model.Problem.Solver;
            (double stable, double accurate) = StepChecks.Steps(model.Problem);
            return solver.FixedStep is double step
                ? string.Create(CultureInfo.InvariantCulture,
                    $"the step of {step:0.##e0} s is too long (stable up to about {stable:0.##e0} s, accurate with {accurate:0.##e0} s): "
                    + $"shorten fixed_step")
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
