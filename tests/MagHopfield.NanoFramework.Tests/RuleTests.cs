using MagHopfield.NanoFramework.Tests.Image;
using MagHopfield.NanoFramework.Tests.Rules;

namespace MagHopfield.NanoFramework.Tests;

/// <summary>Each rule catches the snippets that it is for, at their line, and lets their cure pass.</summary>
public sealed class RuleTests
{
    [Theory]
    [InlineData("class A { double[,] _grid = new double[2, 2]; }")]
    [InlineData("class A { double F() { var grid = new double[2, 2]; return grid[1, 1]; } }")]
    [InlineData("class A { void F(int[,,] grid) { } }")]
    public void Arrays_of_two_dimensions_are_caught(string snippet) => Caught(MultiDimensionalArrays.Find, snippet);

    [Theory]
    [InlineData("class A { double[][] _grid = { new double[2], new double[2] }; double F() => _grid[1][1]; }")]
    [InlineData("class A { double[] _grid = new double[4]; double F(int i, int j) => _grid[i * 2 + j]; }")]
    public void Jagged_and_flat_arrays_pass(string snippet) => Passes(snippet);

    [Theory]
    [InlineData("class Box<T> { T _value; public Box(T value) { _value = value; } }")]
    [InlineData("struct Pair<T> { public T First; }")]
    [InlineData("interface ISource<T> { T Next(); }")]
    [InlineData("class A { Func<int> _next; public A(Func<int> next) { _next = next; } }")]
    [InlineData("class A { void F(Action<int> each) { each(1); } }")]
    [InlineData("class A { event EventHandler<EventArgs> Done; void F() { Done(this, EventArgs.Empty); } }")]
    [InlineData("class A { void F() { var twice = (int x) => 2 * x; twice(2); } }")]
    public void Generic_types_are_caught(string snippet) => Caught(GenericTypes.Find, snippet);

    [Theory]
    [InlineData("delegate int Source(); class A { Source _next; public A(Source next) { _next = next; } int F() => _next(); }")]
    [InlineData("delegate int Map(int x); class A { int F(int factor) { Map times = x => factor * x; return times(2); } }")]
    [InlineData("class A { Action _each; public A(Action each) { _each = each; } void F() => _each(); }")]
    [InlineData("class A { event EventHandler Done; void F() { if (Done != null) { Done(this, EventArgs.Empty); } } }")]
    public void Delegates_of_our_own_pass(string snippet) => Passes(snippet);

    [Theory]
    [InlineData("class A { T F<T>(T value) => value; }")]
    [InlineData("static class A { public static T F<T>(T value) => value; public static int G() => F(2); }")]
    [InlineData("class A { int F() { T Same<T>(T value) => value; return Same(2); } }")]
    public void Generic_methods_are_caught(string snippet) => Caught(GenericMethods.Find, snippet);

    [Theory]
    [InlineData("class A { int F(int value) => value; int G() => F(2); }")]
    public void Methods_of_one_type_pass(string snippet) => Passes(snippet);

    [Theory]
    [InlineData("unsafe class A { static int Twice(int x) => 2 * x; int F() { delegate*<int, int> twice = &Twice; return twice(2); } }")]
    [InlineData("unsafe class A { delegate*<int, int> _twice; }")]
    public void Function_pointers_are_caught(string snippet) => Caught(FunctionPointers.Find, snippet);

    [Theory]
    [InlineData("delegate int Map(int x); class A { static int Twice(int x) => 2 * x; int F() { Map twice = Twice; return twice(2); } }")]
    [InlineData("delegate string Name(); class A { public virtual string N() => null; Name F() => N; }")]
    public void Delegates_to_methods_pass(string snippet) => Passes(snippet);

    [Theory]
    [InlineData("class A { void F() { try { F(); } catch { F(); throw; } } }")]
    [InlineData("class A { void F() { try { F(); } catch (Exception) { throw; } } }")]
    [InlineData("class A { void F() { try { F(); } catch (ArgumentException e) when (e.Message != null) { throw; } finally { F(); } } }")]
    public void Rethrowing_without_a_name_is_caught(string snippet) => Caught(Rethrow.Find, snippet);

    [Theory]
    [InlineData("class A { void F() { try { F(); } catch (Exception e) { F(); throw e; } } }")]
    [InlineData("class A { void F() { try { F(); } catch (Exception e) when (e is not ArgumentException) { F(); } } }")]
    [InlineData("class A { void F() { try { F(); } finally { F(); } } }")]
    public void Throwing_by_name_and_filters_pass(string snippet) => Passes(snippet);

    [Theory]
    [InlineData("interface I { int F() => 2; }")]
    [InlineData("interface I { int F { get => 2; } }")]
    [InlineData("interface I { static int F() => 2; }")]
    public void Bodies_in_interfaces_are_caught(string snippet) => Caught(DefaultInterfaceMethods.Find, snippet);

    [Theory]
    [InlineData(
        "interface I { int F(); int G { get; set; } event EventHandler H; } abstract class A : I { public abstract int "
        + "F(); public int G { get; set; } public event EventHandler H; }")]
    public void Interfaces_without_bodies_pass(string snippet) => Passes(snippet);

    [Theory]
    [InlineData("class A { int F(int a, int b) => checked(a + b); }")]
    [InlineData("class A { int F(int a, int b) { checked { return a * b - 1; } } }")]
    [InlineData("class A { byte F(int a) => checked((byte)a); }")]
    [InlineData("class A { uint F(double a) => checked((uint)a); }")]
    public void Checked_arithmetic_is_caught(string snippet) => Caught(CheckedArithmetic.Find, snippet);

    [Theory]
    [InlineData("class A { byte F(int a) { if (a < 0 || a > 255) { throw new ArgumentOutOfRangeException(); } return (byte)a; } }")]
    [InlineData("class A { int F(int a, int b) => unchecked(a + b); }")]
    public void Unchecked_arithmetic_passes(string snippet) => Passes(snippet);

    [Theory]
    [InlineData("unsafe class A { int F(int* p) => *p; }")]
    [InlineData("unsafe class A { int F(int[] a) { fixed (int* p = a) { return *p; } } }")]
    [InlineData("unsafe class A { int F() { int* p = stackalloc int[4]; return p[0]; } }")]
    public void Pointers_are_caught(string snippet) => Caught(Pointers.Find, snippet);

    [Theory]
    [InlineData(
        "class A { void F(ref int a, out int b, in int c) { b = a + c; a = 1; } int G() { int a = 0; ref int r = ref "
        + "a; r = 2; F(ref a, out int b, in a); return b; } }")]
    public void References_pass(string snippet) => Passes(snippet);

    [Theory]
    [InlineData("class A { double F(double a) => a / 0.0; }")]
    [InlineData("class A { double F(double a) => a % 0.0; }")]
    [InlineData("class A { const double Nothing = 0; double F(double a) => a / Nothing; }")]
    [InlineData("class A { double F(double a, double b) => a / b; }")]
    [InlineData("class A { float F(float a, float b) => a % b; }")]
    [InlineData("class A { double F(double a, int b) => a / b; }")]
    [InlineData("class A { double F(double a, double b) { a /= b; return a; } }")]
    [InlineData(
        "class A { double F(double[] a) { double sum = 0; for (int i = 0; i < a.Length; i++) { sum += a[i]; } return "
        + "sum / a.Length; } }")]
    [InlineData("class A { double F(double a, double b) { double c = a / b; return b == 0 ? 0 : c; } }")]
    [InlineData(
        "class A { double _b; public A(double b) { if (b == 0) { throw new ArgumentException(); } _b = b; } public "
        + "double F(double a) => a / _b; }")]
    public void Divisions_by_what_may_be_0_are_caught(string snippet) => Caught(FloatingDivision.Find, snippet);

    [Theory]
    [InlineData("class A { double F(double a) => a / 2.0; }")]
    [InlineData("class A { int F(int a, int b) => a / b; }")]
    [InlineData("class A { double F(double a, double b) => b > 0 ? a / b : 0; }")]
    [InlineData("class A { double F(double a, double b) { if (!(0 < b)) { throw new ArgumentException(); } return a / (b * b); } }")]
    [InlineData("class A { double F(double a, double b) => Math.Abs(b) < 1e-9 * a ? 0 : a / b; }")]
    [InlineData("class A { double F(double a, double b) => b <= 0 ? 0 : a / Math.Sqrt(b); }")]
    [InlineData("class A { double F(double a, double b) => a / Math.Max(b, 1e-9); }")]
    [InlineData("class A { double F(double a, int gain) => a / (1 << gain); }")]
    [InlineData("class A { double F(double a, int n, int m) => n > m ? a / (n - m) : 0; }")]
    [InlineData("class A { double F(double[] a) { if (a.Length == 0) { return 0; } double n = a.Length; return a[0] / n; } }")]
    [InlineData(
        "class A { readonly double _b; public A(double b) { if (b == 0) { throw new ArgumentException(); } _b = b; } "
        + "public double F(double a) => a / _b; }")]
    [InlineData(
        "class A { double F(double a, double b)\n{\n    // Divisor: the caller hands over a resistance of the board, "
        + "50 Ω.\n    return a / b;\n} }")]
    [InlineData("class A { double F(double a, double b) => a / b; // Divisor: 50 Ω.\n}")]
    public void Divisions_by_a_guarded_divisor_pass(string snippet) => Passes(snippet);

    [Theory]
    [InlineData("class A { bool F(double a) => !(a > 0); }")]
    [InlineData("class A { void F(double a) { if (!(a >= 0 && a <= 5)) { throw new ArgumentException(); } } }")]
    [InlineData("class A { bool F(float a, int b) => !(a > b); }")]
    public void Negated_comparisons_that_NaN_passes_on_the_device_are_caught(string snippet) => Caught(NegatedGreater.Find, snippet);

    [Theory]
    [InlineData("class A { bool F(double a) => !(0 < a); }")]
    [InlineData("class A { bool F(double a) => a > 0; }")]
    [InlineData("class A { bool F(int a) => !(a > 0); }")]
    public void Comparisons_that_treat_NaN_alike_pass(string snippet) => Passes(snippet);

    [Fact]
    public void A_finding_names_file_line_and_member()
    {
        FirmwareImage image = FirmwareCompiler.Snippet("class A\n{\n    int F(int a)\n    {\n        return checked(a + 1);\n    }\n}");
        Finding finding = Assert.Single(CheckedArithmetic.Find(image));
        Assert.Equal("snippet.cs", finding.File);
        Assert.Equal(6, finding.Line);
        Assert.Contains("A::F", finding.Member);
    }

    [Fact]
    public void A_finding_in_a_declaration_names_its_line()
    {
        FirmwareImage image = FirmwareCompiler.Snippet("interface I\n{\n    void F(int a);\n    void G(int[,] a);\n}");
        Finding finding = Assert.Single(MultiDimensionalArrays.Find(image));
        Assert.Equal(5, finding.Line);
        Assert.Contains("I::G", finding.Member);
    }

    /// <summary>Snippets start on line 2, after the using directive.</summary>
    private static void Caught(DeviceRule rule, string snippet)
    {
        Finding[] findings = rule(FirmwareCompiler.Snippet(snippet)).ToArray();
        Assert.NotEmpty(findings);
        Assert.Contains(findings, finding => finding is { File: "snippet.cs", Line: 2 });
    }

    private static void Passes(string snippet)
    {
        FirmwareImage image = FirmwareCompiler.Snippet(snippet);
        Assert.Empty(DeviceRules.All.SelectMany(rule => rule(image)));
    }
}
