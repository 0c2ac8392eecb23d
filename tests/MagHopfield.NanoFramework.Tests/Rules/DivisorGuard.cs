using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MagHopfield.NanoFramework.Tests.Rules;

/// <summary>
/// Whether the source shows thought for a divisor:
/// it is compared with a constant, or its magnitude with anything, earlier in the same member; it is a difference whose two sides are
/// compared with each other there; it is a local that is set once, to a guarded value; it is a read-only field or property that every
/// constructor compares or sets to a guarded value; it is a product or a root of guarded values, an exponential, 1 shifted to
/// the left, or the larger of two values of which one is a positive constant.
/// </summary>
internal static class DivisorGuard
{
    /// <summary>The value where the expression is a constant.</summary>
    public static double? ConstantValue(SemanticModel model, ExpressionSyntax expression) =>
        model.GetConstantValue(expression) is { HasValue: true, Value: IConvertible value and not (string or char or bool) }
            ? value.ToDouble(CultureInfo.InvariantCulture)
            : null;

    public static bool IsGuarded(SemanticModel model, ExpressionSyntax expression)
    {
        ExpressionSyntax divisor = Bare(expression);
        return ConstantValue(model, divisor) is { } value ? value != 0
            : divisor is BinaryExpressionSyntax product && product.IsKind(SyntaxKind.MultiplyExpression)
                ? IsGuarded(model, product.Left) && IsGuarded(model, product.Right)
            : divisor is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LeftShiftExpression } shift
                ? ConstantValue(model, shift.Left) == 1
            : divisor is InvocationExpressionSyntax call && IsCallOfMath(model, call, out string name)
                ? IsGuardedCall(model, name, call.ArgumentList.Arguments)
            : divisor is BinaryExpressionSyntax difference && difference.IsKind(SyntaxKind.SubtractExpression)
                && AreComparedBefore(difference.Left, difference.Right, divisor.SpanStart, Member(divisor)) ? true
            : IsComparedBefore(model, divisor, divisor.SpanStart, Member(divisor)) || IsSetToGuarded(model, divisor);
    }

    /// <summary>Without parentheses, casts and signs, which do not make a number 0.</summary>
    private static ExpressionSyntax Bare(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax inner => Bare(inner.Expression),
        CastExpressionSyntax { Type: PredefinedTypeSyntax type } cast when type.Keyword.IsKind(SyntaxKind.DoubleKeyword) =>
            Bare(cast.Expression),
        PrefixUnaryExpressionSyntax sign when sign.IsKind(SyntaxKind.UnaryMinusExpression) => Bare(sign.Operand),
        _ => expression,
    };

    private static bool IsCallOfMath(SemanticModel model, InvocationExpressionSyntax call, out string name)
    {
        ISymbol? method = model.GetSymbolInfo(call).Symbol;
        name = method?.Name ?? "";
        return method?.ContainingType.ToDisplayString() == "System.Math";
    }

    private static bool IsGuardedCall(SemanticModel model, string name, SeparatedSyntaxList<ArgumentSyntax> arguments) => name switch
    {
        "Sqrt" or "Abs" => IsGuarded(model, arguments[0].Expression),
        "Exp" => true,
        "Max" => arguments.Any(argument => ConstantValue(model, argument.Expression) > 0),
        _ => false,
    };

    /// <summary>The method, accessor or field around an expression; guards outside a lambda or local function count in it.</summary>
    private static SyntaxNode? Member(SyntaxNode node) =>
        node.FirstAncestorOrSelf<SyntaxNode>(n => n is AccessorDeclarationSyntax or MemberDeclarationSyntax);

    private static bool IsComparedBefore(SemanticModel model, ExpressionSyntax divisor, int position, SyntaxNode? member) =>
        member != null && member.DescendantNodes().Any(node => node.SpanStart < position && node switch
        {
            BinaryExpressionSyntax comparison when IsComparison(comparison) =>
                Compares(model, comparison.Left, comparison.Right, divisor) || Compares(model, comparison.Right, comparison.Left, divisor),
            IsPatternExpressionSyntax pattern => IsSame(pattern.Expression, divisor),
            _ => false,
        });

    private static bool AreComparedBefore(ExpressionSyntax one, ExpressionSyntax other, int position, SyntaxNode? member) =>
        member != null && member.DescendantNodes().OfType<BinaryExpressionSyntax>().Any(comparison =>
            comparison.SpanStart < position
            && IsComparison(comparison)
            && ((IsSame(comparison.Left, one) && IsSame(comparison.Right, other))
                || (IsSame(comparison.Left, other) && IsSame(comparison.Right, one))));

    private static bool IsComparison(BinaryExpressionSyntax expression) => expression.Kind() is SyntaxKind.LessThanExpression
        or SyntaxKind.LessThanOrEqualExpression or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression
        or SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression;

    private static bool Compares(SemanticModel model, ExpressionSyntax side, ExpressionSyntax other, ExpressionSyntax divisor) =>
        Bare(side) is InvocationExpressionSyntax call && IsCallOfMath(model, call, out string name) && name == "Abs"
            ? IsSame(call.ArgumentList.Arguments[0].Expression, divisor)
            : IsSame(side, divisor) && ConstantValue(model, other) != null;

    private static bool IsSame(ExpressionSyntax one, ExpressionSyntax other) => SyntaxFactory.AreEquivalent(Bare(one), Bare(other));

    private static bool IsSetToGuarded(SemanticModel model, ExpressionSyntax divisor) => model.GetSymbolInfo(divisor).Symbol switch
    {
        ILocalSymbol local => IsLocalGuarded(model, local, Member(divisor)),
        IFieldSymbol { IsReadOnly: true } field => IsGuardedInConstructor(model, field),
        IPropertySymbol { SetMethod: null } property => IsGuardedInConstructor(model, property),
        _ => false,
    };

    private static bool IsLocalGuarded(SemanticModel model, ILocalSymbol local, SyntaxNode? member)
    {
        bool Is(ExpressionSyntax expression) => SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(expression).Symbol, local);
        bool isSetAgain = member!.DescendantNodes().Any(node => node switch
        {
            AssignmentExpressionSyntax assignment => Is(assignment.Left),
            PrefixUnaryExpressionSyntax step when !step.IsKind(SyntaxKind.UnaryMinusExpression) => Is(step.Operand),
            PostfixUnaryExpressionSyntax step => Is(step.Operand),
            ArgumentSyntax { RefKindKeyword.RawKind: not 0 } argument => Is(argument.Expression),
            _ => false,
        });
        return !isSetAgain
            && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value }
            && IsGuarded(model, value);
    }

    /// <summary>Whether every constructor of the type compares the member or sets it to a guarded value, and at least one does.</summary>
    private static bool IsGuardedInConstructor(SemanticModel model, ISymbol member)
    {
        SyntaxNode[] constructors = member.ContainingType.Constructors
            .SelectMany(constructor => constructor.DeclaringSyntaxReferences).Select(reference => reference.GetSyntax())
            .Where(node => node is ConstructorDeclarationSyntax constructor
                && constructor.Initializer?.IsKind(SyntaxKind.ThisConstructorInitializer) != true)
            .ToArray();
        return constructors.Length > 0 && constructors.All(constructor =>
        {
            SemanticModel own = model.Compilation.GetSemanticModel(constructor.SyntaxTree);
            return constructor.DescendantNodes().OfType<AssignmentExpressionSyntax>()
                .Where(assignment => SymbolEqualityComparer.Default.Equals(own.GetSymbolInfo(assignment.Left).Symbol, member))
                .Any(assignment => IsGuarded(own, assignment.Right) || IsComparedBefore(own, assignment.Left, int.MaxValue, constructor));
        });
    }
}
