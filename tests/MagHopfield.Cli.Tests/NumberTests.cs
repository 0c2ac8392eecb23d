using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using MagHopfield.Studies.Numbers;

namespace MagHopfield.Cli.Tests;

/// <summary>Numbers on the command line: what is not plainly one is refused, for a voltage read ten times too large burns a film.</summary>
public class NumberTests
{
    public static TheoryData<string> NoNumbers =>
        [
            "0,5", "1,000", "1.000,5", "5e", "5e+", "1 000", "1_000", "1'000", "0x10", "٥", "NaN", "Infinity", "1e999", "5..0", "--5",
            "(5)", "5V0", "$5", "5,", ",5", "5;", "1e-6,5s",
        ];

    [Theory]
    [InlineData("--volts 0,5: has a comma; write a decimal point", "board", "train", "+ - + -", "--volts", "0,5", "--board", "virtual:oja")]
    [InlineData("--volts 1,000: has a comma", "board", "train", "+ - + -", "--volts", "1,000", "--board", "virtual:oja")]
    [InlineData("--volts 5e: ends in 'e'", "board", "train", "+ - + -", "--volts", "5e", "--board", "virtual:oja")]
    [InlineData("--width 50,0us: has a comma", "board", "train", "+ - + -", "--width", "50,0us", "--board", "virtual:oja")]
    [InlineData("--budget 0,0005: has a comma", "crosscheck", "--board", "virtual:oja", "--budget", "0,0005")]
    [InlineData("--tcp 99999: give a whole number, 0 to 65535", "board", "serve", "--tcp", "99999")]
    [InlineData("--averages 0: give a whole number, 1 to 1000", "board", "measure", "--averages", "0")]
    public void A_number_with_a_comma_is_refused_with_exit_code_2_before_anything_happens(string expected, params string[] arguments)
    {
        MaghopfieldProcess.Outcome outcome = MaghopfieldProcess.Run(arguments);
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith("maghopfield: " + expected, outcome.Error);
        Assert.Single(outcome.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [MemberData(nameof(NoNumbers))]
    public void Every_numeric_option_of_every_command_refuses_it_in_every_locale(string text)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        RootCommand root = CommandLine.Root();
        try
        {
            foreach ((string point, string group) in ((string, string)[])[(".", ","), (",", "."), (",", " "), (".", "'")])
            {
                // Made here, for a machine may have no locale but the invariant one.
                CultureInfo culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
                (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator) = (point, group);
                CultureInfo.CurrentCulture = culture;
                int options = 0;
                foreach ((string[] words, Option option) in NumericOptions())
                {
                    options++;
                    IReadOnlyList<ParseError> errors = root.Parse([.. words, option.Name + "=" + text]).Errors;
                    Assert.True(
                        errors.Any(
                            e =>
                                e.Message.Contains(option.Name, StringComparison.Ordinal)
                                    && e.Message.Contains(text, StringComparison.Ordinal)),
                        $"{string.Join(' ', words)} {option.Name} takes '{text}' in a locale of 1{group}000{point}5");
                }

                Assert.InRange(options, 25, 1000);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void No_command_has_a_number_that_the_library_reads_by_the_machines_locale()
    {
        Type[] read = [typeof(double), typeof(float), typeof(decimal), typeof(long), typeof(double?), typeof(decimal?), typeof(double[])];
        foreach ((string[] words, Command command) in CommandTree.All())
        {
            Assert.DoesNotContain(command.Options, o => read.Contains(o.ValueType));
            Assert.DoesNotContain(command.Arguments, a => read.Contains(a.ValueType) || a.ValueType == typeof(int));
        }
    }

    [Theory]
    [InlineData("5", "V", 5)]
    [InlineData("5V", "V", 5)]
    [InlineData("0.5 V", "V", 0.5)]
    [InlineData("500mV", "V", 0.5)]
    [InlineData("5us", "s", 5e-6)]
    [InlineData("200us", "s", 200e-6)]
    [InlineData("200µs", "s", 200e-6)]
    [InlineData("200μs", "s", 200e-6)]
    [InlineData("1e-6 s", "s", 1e-6)]
    [InlineData("1e3us", "s", 1e-3)]
    [InlineData(".5ms", "s", 5e-4)]
    [InlineData("5.ns", "s", 5e-9)]
    [InlineData("0.05%", "", 5e-4)]
    [InlineData("500 ppm", "", 5e-4)]
    [InlineData("+0.0005", "", 5e-4)]
    public void A_quantity_is_its_value_in_the_SI_unit_rounded_once(string text, string symbol, double expected)
    {
        Unit unit = symbol switch { "V" => Unit.Volt, "s" => Unit.Second, _ => Unit.Ratio };
        Quantity read = NumberText.Quantity(text, unit, null, out string fault);
        Assert.Equal(("", expected), (fault, read.Value));
    }

    [Theory]
    [InlineData("5mv", "V")]
    [InlineData("5 S", "s")]
    [InlineData("5MV", "V")]
    [InlineData("5us", "V")]
    [InlineData("5m", "s")]
    [InlineData("5 u s", "s")]
    public void A_suffix_of_another_unit_or_another_case_is_refused_with_those_there_are(string text, string symbol)
    {
        NumberText.Quantity(text, symbol == "V" ? Unit.Volt : Unit.Second, null, out string fault);
        Assert.NotEqual("", fault);
        Assert.Contains(symbol == "V" ? "mV" : "ms", fault);
    }

    [Theory]
    [
        InlineData(
            "--width 200: has no unit; write 200us for what it meant before, or another of s, ms, us",
            "board",
            "train",
            "+ - + -",
            "--width",
            "200",
            "--board",
            "virtual:oja"),
    ]
    [InlineData("--width 200: has no unit; write 200us", "board", "calibrate", "--width", "200", "--board", "virtual:oja")]
    [InlineData("--width 1e-6: has no unit; write 1e-6s", "surrogate", "+ - + -", "--width", "1e-6")]
    public void A_width_without_a_unit_is_refused_so_that_no_old_script_fires_a_longer_pulse(string expected, params string[] arguments)
    {
        MaghopfieldProcess.Outcome outcome = MaghopfieldProcess.Run(arguments);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(expected, outcome.Error);
    }

    private static IEnumerable<(string[] Words, Option Option)> NumericOptions()
    {
        Type[] numeric = [typeof(int), typeof(int?), typeof(int[]), typeof(Quantity), typeof(Quantity?)];
        return CommandTree.All().SelectMany(c => c.Command.Options.Where(o => numeric.Contains(o.ValueType)).Select(o => (c.Words, o)));
    }
}
