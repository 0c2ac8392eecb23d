using MagHopfield.Film.Parameters;

namespace MagHopfield.Film.Checking;

/// <summary>Will a pulse be integrated as far and as well as it must be?</summary>
internal static class SimulationChecks
{
    // Textures of some micrometres come to rest in some 1e-7 s.
    private const double ShortestTime = 1e-10, LongestTime = 1e-4, Coarse = 1e-2, Fine = 1e-7, Rounding = 1e-6;

    public static void Of(FilmParameters film, FilmFindings findings)
    {
        const string section = "simulation";
        PulseParameters p = film.Simulation;
        double ms = film.Magnetism.SaturationMagnetisation;
        Time(findings, "longest_time", p.LongestTime);
        if (p.RelaxationTime > 0 && p.AfterPulse != EquilibriumMethod.None)
        {
            findings.Warn(section, "relaxation_time",
                $"is {p.RelaxationTime:R} s, but after_pulse = {PhysicsKeys.AfterPulse.Written(p.AfterPulse)} takes no time; remove one of "
                + $"them.");
        }
        else if (p.RelaxationTime > 0)
            Time(findings, "relaxation_time", p.RelaxationTime);
        if (p.ProgressInterval < 1e-13)
            findings.Warn(section, "progress_interval",
                $"is {p.ProgressInterval:R} s, and every report ends a time step; write some 1e-9 s.");
        if (p.RestTorque > 0.1 * ms)
            findings.Warn(section, "rest_torque",
                $"is {p.RestTorque:R} A/m, over a tenth of Ms: the texture counts as at rest while it turns; lower it.");
        if (p.RestTorque < Rounding * ms)
            findings.Warn(section, "rest_torque",
                $"is {p.RestTorque:R} A/m, less than rounding leaves in single precision, about {Rounding * ms:0.##e0} A/m; raise it.");
        if (p.StepError > Coarse)
            findings.Warn(section, "step_error",
                $"is {p.StepError:R}, an angle of {p.StepError:0.###} rad in every step; use at most {Coarse}.");
        if (p.StepError < Fine)
            findings.Warn(section, "step_error",
                $"is {p.StepError:R}, near rounding in single precision, and forces tiny steps; use at least {Fine}.");
        if (film.Transport.SolverTolerance > Coarse)
            findings.Warn("transport", "solver_tolerance",
                $"is {film.Transport.SolverTolerance:R}; changes of G are some per cent: use at most {Coarse}.");
        if (film.Transport.SolverTolerance < 1e-14)
            findings.Warn("transport", "solver_tolerance",
                $"is {film.Transport.SolverTolerance:R}, less than rounding leaves; use at least 1e-14.");
    }

    private static void Time(FilmFindings findings, string key, double time)
    {
        if (time < ShortestTime)
            findings.Warn("simulation", key,
                $"is {time:R} s, too short for a moment to turn; write nanoseconds as in 250e-9.");
        else if (time > LongestTime)
            findings.Warn("simulation", key,
                $"is {time:R} s, some {time / 1e-12:0.#e0} time steps; times are read in seconds, write nanoseconds as in 250e-9.");
    }
}
