package io.tandem.testing;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One server for the whole run, one database for each outermost class that asks. */
final class TestDatabaseExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(TestDatabaseExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestDatabase.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var testClass = outermost(context.getRequiredTestClass());
        var server = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(TestPostgres.class, key -> TestPostgres.start(), TestPostgres.class);
        return classContext(context, testClass)
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(testClass, key -> new Lease(server, server.create()), Lease.class)
                .database();
    }

    private static Class<?> outermost(Class<?> type) {
        return type.getEnclosingClass() == null ? type : outermost(type.getEnclosingClass());
    }

    /** Stores live as long as their context: that of a method would drop the database after one test. */
    private static ExtensionContext classContext(ExtensionContext context, Class<?> testClass) {
        var isTheClass = context.getTestMethod().isEmpty() && context.getRequiredTestClass() == testClass;
        return isTheClass ? context : classContext(context.getParent().orElseThrow(), testClass);
    }

    private record Lease(TestPostgres server, TestDatabase database) implements AutoCloseable {
        @Override
        public void close() throws Exception {
            server.drop(database);
        }
    }
}
