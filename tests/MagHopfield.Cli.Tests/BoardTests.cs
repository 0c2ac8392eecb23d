using MagHopfield.BoardServer.Serving;
using MagHopfield.BoardStudies.Boards;

namespace MagHopfield.Cli.Tests;

public sealed class BoardTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("maghopfield-board").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_demo_scripted_by_key_presses_recalls_every_pattern_right_and_says_that_there_is_no_film()
    {
        string script = InRoot("keys.txt");
        File.WriteAllText(script, string.Concat(Enumerable.Repeat("p t dr dr dr dr   # the next one\n", 13)));
        MaghopfieldProcess.Outcome outcome = MaghopfieldProcess.Run("board", "demo", "--script", script);
        Assert.Equal("", outcome.Error);
        Assert.Equal(0, outcome.ExitCode);
        string[] lines = outcome.Output.Split('\n');
        Assert.StartsWith("[switched on] NO FILM, OJA MODEL", lines[0], StringComparison.Ordinal);
        Assert.Equal(52, lines.Count(l => l == "[recall] RIGHT"));
        Assert.Contains("Oja model: 52 of 52 recalls right", lines);
    }

    [Fact]
    public void A_self_test_with_findings_is_exit_code_1_and_without_0()
    {
        Assert.Equal(0, MaghopfieldProcess.Run("board", "selftest", "--board", "virtual:oja").ExitCode);
        MaghopfieldProcess.Outcome empty = MaghopfieldProcess.Run("board", "selftest", "--board", "virtual:none");
        Assert.Equal(1, empty.ExitCode);
        Assert.Contains("fault", empty.Output);
    }

    [Fact]
    public void A_gate_is_trained_and_read_back_over_TCP_and_the_recorded_session_runs_again_without_the_board()
    {
        string recording = InRoot("logic.tsv");
        MaghopfieldProcess.Outcome then;
        using (ServedBoard board = BoardOpening.SwitchOn(BoardOpening.OjaFilmName, 1, null))
        using (TcpBoardServer server = new(board, 0))
        {
            string address = $"tcp:127.0.0.1:{server.Port}";
            Assert.Equal(0, MaghopfieldProcess.Run("board", "calibrate", "--board", address).ExitCode);
            Assert.Equal(0, MaghopfieldProcess.Run("board", "train", "--gate", "nand", "--count", "40", "--board", address).ExitCode);
            Assert.Equal(0, MaghopfieldProcess.Run("board", "measure", "--board", address).ExitCode);
            then = MaghopfieldProcess.Run("board", "logic", "--board", address, "--record", recording);
        }

        Assert.Equal((0, ""), (then.ExitCode, then.Error));
        Assert.Contains("+         1  0  0  0   NOR", then.Output);
        Assert.Contains("-         1  1  1  0   NAND", then.Output);
        MaghopfieldProcess.Outcome again = MaghopfieldProcess.Run("board", "replay", recording, "--again");
        Assert.Equal((0, then.Output, ""), (again.ExitCode, again.Output, again.Error));
        MaghopfieldProcess.Outcome said = MaghopfieldProcess.Run("board", "replay", recording);
        Assert.Equal(0, said.ExitCode);
        Assert.Contains("LOG:TABL? OR -> 1,1,1,0", said.Output);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_a_recording_holds_for_a_terminal_to_obey_is_written_out(bool again)
    {
        string recording = InRoot("evil.tsv");
        const string Evil = "\u001b[2J\u009b31m";
        File.WriteAllText(recording, string.Join(
            '\n', "# MagHopfield session 1", "# board " + Evil, "# started 2026-01-01", "# first_tag 1",
            "# command maghopfield " + Evil, "0.1\t>\t@00000001 \\x1B[2J\\x9B31m @00000000\\n", "0.2\t<\t\\x1B[2J\\n", "# end", ""));
        MaghopfieldProcess.Outcome outcome = MaghopfieldProcess.Run(
            ["board", "replay", recording, .. again ? ["--again"] : Array.Empty<string>()]);
        Assert.Contains("\\x1B[2J\\x9B31m", outcome.Output + outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(outcome.Output + outcome.Error, c => char.IsControl(c) && c != '\n');
    }

    [Fact]
    public void A_log_has_a_time_and_every_element_in_each_line_and_no_file_is_overwritten()
    {
        string log = InRoot("log.tsv");
        string[] command = ["board", "log", "--board", "virtual:oja", "--every", "0", "--number", "3", "--out", log];
        Assert.Equal(0, MaghopfieldProcess.Run(command).ExitCode);
        string[] lines = File.ReadAllLines(log);
        Assert.StartsWith("# MagHopfield log", lines[0], StringComparison.Ordinal);
        string[][] rows = [.. lines.Where(l => l[0] != '#').Select(l => l.Split('\t'))];
        Assert.Equal(4, rows.Length);
        Assert.All(rows, r => Assert.Equal(2 + (2 * 6) + 3, r.Length));
        DateTime[] times = [.. rows.Skip(1).Select(r => DateTime.Parse(r[0], System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(times.Order(), times);
        Assert.All(rows.Skip(1), r => Assert.InRange(double.Parse(r[2], System.Globalization.CultureInfo.InvariantCulture), -0.07, -0.06));
        MaghopfieldProcess.Outcome second = MaghopfieldProcess.Run(command);
        Assert.Equal(2, second.ExitCode);
        Assert.Contains("is there already; name another file", second.Error);
    }

    [Fact]
    public void The_console_shows_numbers_and_never_a_block_of_bytes()
    {
        MaghopfieldProcess.Outcome outcome = MaghopfieldProcess.RunWithInput(
            "MEAS:COND?\nFORM REAL,64\nFETC:COND?\nPULS:AMPL 1,2\n\n", "board", "console", "--board", "virtual:oja");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        string[] lines = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("MagHopfield,virtual board 4 nodes", lines[0], StringComparison.Ordinal);
        double[] g = [.. lines[1].Split(',').Select(w => double.Parse(w, System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(16, g.Length);
        Assert.InRange(g[1], -0.07, -0.06);
        Assert.Equal("block of 132 bytes", lines[2]);
        Assert.StartsWith("-108", lines[3], StringComparison.Ordinal);
        Assert.All(outcome.Output, c => Assert.True(c is '\n' or >= ' ' and <= '~'));
    }

    [Fact]
    public void A_measurement_by_one_source_and_one_sink_states_the_reciprocity_that_it_found()
    {
        string[] command = ["board", "measure", "--board", "virtual:oja"];
        System.Text.RegularExpressions.Match splits = System.Text.RegularExpressions.Regex.Match(
            MaghopfieldProcess.Run(command).Output, "splits agree within ([0-9.]+) %");
        System.Text.RegularExpressions.Match pairs = System.Text.RegularExpressions.Regex.Match(
            MaghopfieldProcess.Run([.. command, "--kelvin"]).Output, "G_ij and G_ji agree within ([0-9.]+) %");
        Assert.InRange(double.Parse(splits.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), 1e-4, 0.5);
        Assert.InRange(double.Parse(pairs.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), 1e-4, 0.5);
    }

    [Fact]
    public void Training_and_calibrating_say_what_they_did()
    {
        MaghopfieldProcess.Outcome trained = MaghopfieldProcess.Run(
            "board", "train", "+ - + -", "--volts", "500mV", "--width", "50us", "--count", "3", "--board", "virtual:oja");
        Assert.Equal((0, "trained + - + -: 3 pulses of 0.5 V and 50 us\n", ""), (trained.ExitCode, trained.Output, trained.Error));
        MaghopfieldProcess.Outcome gate = MaghopfieldProcess.Run("board", "train", "--gate", "and", "--board", "virtual:oja");
        Assert.Equal((0, "trained the pattern of AND: 1 pulse of 5 V and 200 us\n"), (gate.ExitCode, gate.Output));
        MaghopfieldProcess.Outcome calibrated = MaghopfieldProcess.Run("board", "calibrate", "--board", "virtual:oja");
        Assert.Equal(
            (0, "calibrated: every pattern trained by 1 pulse of 5 V and 200 us and measured, the reference of the weights is new\n"),
            (calibrated.ExitCode, calibrated.Output));
    }

    [Fact]
    public void A_recording_is_never_overwritten_and_none_is_left_of_a_session_that_never_began()
    {
        string recording = InRoot("session.tsv");
        string[] command = ["board", "identify", "--board", "virtual:oja", "--record", recording];
        Assert.Equal(0, MaghopfieldProcess.Run(command).ExitCode);
        byte[] first = File.ReadAllBytes(recording);
        MaghopfieldProcess.Outcome second = MaghopfieldProcess.Run(command);
        Assert.Equal(2, second.ExitCode);
        Assert.Contains("session.tsv' is there already; name another file.", second.Error);
        Assert.Equal(first, File.ReadAllBytes(recording));
        Assert.Equal(3, MaghopfieldProcess.Run("board", "identify", "--board", "tcp:127.0.0.1:1", "--record", InRoot("none.tsv")).ExitCode);
        Assert.False(File.Exists(InRoot("none.tsv")));
    }

    [Fact]
    public void A_second_board_on_a_port_is_refused()
    {
        using ServedBoard board = BoardOpening.SwitchOn(BoardOpening.OjaFilmName, 1, null);
        using TcpBoardServer server = new(board, 0);
        MaghopfieldProcess.Outcome second = MaghopfieldProcess.Run(
            "board", "serve", "--film", "oja", "--tcp", server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(2, second.ExitCode);
        Assert.Contains($"port {server.Port} cannot be had", second.Error);
    }

    [Theory]
    [InlineData("oja", "132 bytes")]
    [InlineData("oja:64", "32772 bytes")]
    public void The_transfer_of_a_matrix_is_timed_for_any_number_of_nodes(string film, string size)
    {
        MaghopfieldProcess.Outcome outcome = MaghopfieldProcess.Run("board", "bench", "--board", "virtual:" + film, "--rounds", "5");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.Matches("transfer of G: median [0-9]+ us.*" + size, outcome.Output);
    }

    [Theory]
    [InlineData(new[] { "board", "identify", "--board", "virtual:oja:65" }, 2, "write oja:N with N from 2 to 64 nodes")]
    [InlineData(new[] { "board", "demo", "--keys", "ptx" }, 2, "--keys, line 1, column 3: 'x' is no key")]
    [InlineData(new[] { "board", "train", "--board", "virtual:oja" }, 2, "give a pattern, as in \"+ - + -\", or a gate")]
    [InlineData(new[] { "board", "train", "--gate", "2", "--board", "virtual:oja" }, 2, "there are AND, OR, NAND, NOR.")]
    [InlineData(new[] { "board", "train", "+ - + -", "--volts", "7", "--board", "virtual:oja" }, 3, "-222")]
    [
        InlineData(
            new[] { "board", "train", "+ - + -", "--width", "10ms", "--board", "virtual:oja" },
            3,
            " 10000 us may carry 24.9992 mJ, limit 0.5 mJ"),
    ]
    [InlineData(new[] { "board", "measure", "--board", "virtual:none" }, 3, "The probe current")]
    [InlineData(new[] { "board", "identify", "--board", "tcp:127.0.0.1:1" }, 3, "is the instrument on, or 'maghopfield board serve")]
    [InlineData(new[] { "board", "identify", "--board", "serial:/dev/missing" }, 3, "cannot be opened")]
    [InlineData(new[] { "board", "serve", "--silence", "-1", "--pty" }, 2, "--silence -1: give a whole number, 0 to 86400")]
    [InlineData(new[] { "board", "replay", "/missing.tsv" }, 2, "there is no such file")]
    public void What_cannot_be_done_is_said_in_one_line_with_its_exit_code(string[] arguments, int exitCode, string expected)
    {
        MaghopfieldProcess.Outcome outcome = MaghopfieldProcess.Run(arguments);
        Assert.Equal(exitCode, outcome.ExitCode);
        Assert.StartsWith("maghopfield: ", outcome.Error);
        Assert.Contains(expected, outcome.Error);
        Assert.Single(outcome.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private string InRoot(string name) => Path.Combine(_root, name);
}
